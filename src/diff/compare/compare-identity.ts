import { childOf } from '../../document/document.ts'
import { asObject, asText, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { CompareOperation, FoundChange } from '../found.ts'
import { isSameJson } from '../../schemas/values/values.ts'

const TEXTS = ['summary', 'description', 'tags', 'externalDocs'] as const

/** Compares the id, the deprecation and the texts of an operation. */
export const compareIdentity: CompareOperation = ({ base, head }) => {
  const [mine, theirs] = [writtenOf(base), writtenOf(head)]
  const places = { part: '', base: base.address, head: head.address }
  const found: FoundChange[] = []
  if (mine['operationId'] !== undefined && !isSameJson(mine['operationId'], theirs['operationId'] ?? null)) {
    const to = theirs['operationId'] === undefined ? 'was removed' : `became \`${asText(theirs['operationId'])}\``
    found.push({
      ...places,
      rule: 'operation-id-changed',
      what: `The operation id \`${asText(mine['operationId'])}\` ${to}.`,
    })
  }
  if (base.deprecated !== head.deprecated) {
    const rule = head.deprecated ? 'deprecated' : 'no-longer-deprecated'
    found.push({ ...places, rule, what: `The operation is ${head.deprecated ? 'now' : 'no longer'} deprecated.` })
  }
  const [from, to] = [sunsetOf(base), sunsetOf(head)]
  if (from !== to && from !== undefined) {
    const isEarlier = to !== undefined && to < from
    const rule = isEarlier ? 'sunset-earlier' : 'sunset-changed'
    found.push({
      ...places,
      rule,
      what: `\`x-sunset\` ${to === undefined ? 'was removed' : `changed from ${from} to ${to}`}.`,
    })
  }
  const texts = TEXTS.filter((name) => !isSameJson(mine[name] ?? null, theirs[name] ?? null))
  for (const name of texts) {
    found.push({
      rule: 'text-changed',
      part: '',
      what: `\`${name}\` changed.`,
      key: name,
      base: mine[name] === undefined ? base.address : childOf(base.address, name),
      head: theirs[name] === undefined ? head.address : childOf(head.address, name),
    })
  }
  return found
}

function writtenOf({ document, address }: Operation): JsonObject {
  return asObject(document.resolve(address).value)
}

/** Returns the date after which an operation may be removed, such as `2026-06-30`. */
export function sunsetOf(operation: Operation): string | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(asText(writtenOf(operation)['x-sunset']))
  return date?.[0]
}
