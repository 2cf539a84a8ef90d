import { pointer } from '../../document/json-pointer.ts'
import { isAccepted, isMergePatch } from '../../evidence/evidence.ts'
import { sharedFields, type ReturnedField } from '../../evidence/response/returned-fields.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { viewsOf } from '../../evidence/views.ts'
import { asObject, isObject, type Json, type JsonObject } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const unsentFieldKept: Rule = {
  id: 'unsent_field_kept',
  title: 'A PATCH changes only the fields that it sends',
  why: 'A PATCH that resets other fields loses data although its own response matches every schema (RFC 7396 §2).',
  fix: 'do not change fields that the request does not send, or document with x-update and x-follows which other fields a sent field changes',
  examples: {
    passes: 'GET /orders/7 shows `note`. PATCH /orders/7 {"due": …} → 200, and GET shows the same `note`',
    fails: 'GET /orders/7 shows `note`. PATCH /orders/7 {"due": …} → 200, and GET shows no `note`',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, status, response } = evidence
    const sent = execution.sent?.body
    const [before, later] = [execution.before?.subject, execution.later?.subject]
    if (operation.update !== undefined || operation.method !== 'PATCH' || execution.readBy === undefined) return []
    if (!isAccepted(evidence) || status === 202 || response === undefined) return []
    if (!isObject(sent) || !isObject(before) || !isObject(later)) return []
    const fields = viewsOf(evidence).find(({ name }) => name === 'a later read')?.fields ?? []
    const isMerge = isMergePatch(evidence)
    return changesIn(fields, { sent, before, later }, isMerge, '')
      .map(({ at, name, was, is }): RuleFault => ({
        pointer: response.pointer,
        address: response.address,
        at,
        message: `${name} was not sent, but has changed in a later read`,
        expected: `unchanged, ${shapeOf(was)}`,
        received: shapeOf(is),
        cause: 'unsent field',
        // Only a merge patch promises to keep fields that were not sent. For other updates, the level is only
        // `warning`.
        ...(isMerge || isEmpty(is) ? {} : { level: 'warning' }),
      }))
      .slice(0, 1)
  },
}

interface Change {
  readonly at: string
  readonly name: string
  readonly was: Json | undefined
  readonly is: Json | undefined
}

interface Values {
  readonly sent: JsonObject
  readonly before: JsonObject
  readonly later: JsonObject
}

/**
 * Returns the fields that have changed although they were not sent. A merge patch changes only the properties that it
 * contains, also in nested objects (RFC 7396 §2).
 */
function changesIn(
  fields: readonly Pick<ReturnedField, 'name' | 'schemas'>[],
  { sent, before, later }: Values,
  isMerge: boolean,
  under: string,
): Change[] {
  return fields.flatMap(({ name, schemas }): Change[] => {
    const [patch, was, is] = [sent[name], before[name], later[name]]
    const at = under + pointer(name)
    if (!Object.hasOwn(sent, name)) return isEmpty(was) || sameValue(was, is) ? [] : [{ at, name, was, is }]
    if (!isMerge || schemas === undefined || !isObject(patch) || !isObject(was)) return []
    const inner = [...sharedFields(schemas, was)].map(([each, of]) => ({ name: each, schemas: of }))
    return changesIn(inner, { sent: patch, before: was, later: asObject(is) }, isMerge, at)
  })
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
