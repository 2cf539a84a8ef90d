import { childOf } from '../../document/document.ts'
import { isObject } from '../../json.ts'
import type { Place } from '../../operations/operation.ts'
import type { FoundChange, OperationPair } from '../found.ts'
import { isSameJson } from '../../schemas/values/values.ts'

/** Compares the texts of a parameter, body, response or header: its description, and whether it is deprecated. */
export function compareTexts(
  pair: Pick<OperationPair, 'base' | 'head'>,
  part: string,
  mine: Place,
  theirs: Place,
): FoundChange[] {
  const [one, other] = [
    pair.base.document.resolve(mine.address).value,
    pair.head.document.resolve(theirs.address).value,
  ]
  if (!isObject(one) || !isObject(other)) return []
  const isDeprecated = other['deprecated'] === true
  const deprecated: FoundChange[] =
    (one['deprecated'] === true) === isDeprecated
      ? []
      : [
          {
            rule: isDeprecated ? 'deprecated' : 'no-longer-deprecated',
            part,
            what: `This part is ${isDeprecated ? 'now' : 'no longer'} deprecated.`,
            base: mine.address,
            head: theirs.address,
          },
        ]
  const texts = ['summary', 'description']
    .filter((name) => !isSameJson(one[name] ?? null, other[name] ?? null))
    .map((name): FoundChange => ({
      rule: 'text-changed',
      part,
      what: `\`${name}\` changed.`,
      key: name,
      base: one[name] === undefined ? mine.address : childOf(mine.address, name),
      head: other[name] === undefined ? theirs.address : childOf(theirs.address, name),
    }))
  return [...deprecated, ...texts]
}
