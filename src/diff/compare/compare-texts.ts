import { childOf } from '../../document/document.ts'
import { isObject } from '../../json.ts'
import type { Place } from '../../operations/operation.ts'
import type { Found, OperationPair } from '../found.ts'
import { isSameJson } from '../same-json.ts'

/** Compares the texts of a parameter, body, response or header, and whether it is deprecated. */
export function compareTexts(
  pair: Pick<OperationPair, 'base' | 'head'>,
  part: string,
  mine: Place,
  theirs: Place,
): Found[] {
  const [one, other] = [
    pair.base.document.resolve(mine.address).value,
    pair.head.document.resolve(theirs.address).value,
  ]
  if (!isObject(one) || !isObject(other)) return []
  const isDeprecated = other['deprecated'] === true
  const deprecated: Found[] =
    (one['deprecated'] === true) === isDeprecated
      ? []
      : [
          {
            rule: isDeprecated ? 'deprecated' : 'no-longer-deprecated',
            part,
            what: `It is ${isDeprecated ? 'now' : 'no longer'} deprecated.`,
            base: mine.address,
            head: theirs.address,
          },
        ]
  const texts = ['summary', 'description']
    .filter((name) => !isSameJson(one[name], other[name]))
    .map((name): Found => ({
      rule: 'text-changed',
      part,
      what: `\`${name}\` changed.`,
      key: name,
      base: one[name] === undefined ? mine.address : childOf(mine.address, name),
      head: other[name] === undefined ? theirs.address : childOf(theirs.address, name),
    }))
  return [...deprecated, ...texts]
}
