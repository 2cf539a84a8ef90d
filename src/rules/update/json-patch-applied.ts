import { valueAt } from '../../document/json-pointer.ts'
import { resourceSchema } from '../../evidence/response/documented-part.ts'
import { isAccepted } from '../../evidence/evidence.ts'
import { SET_BY_SERVERS } from '../../evidence/response/returned-fields.ts'
import { isAlike, sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isArray, isObject } from '../../json.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { Rule } from '../rule.ts'

export const jsonPatchApplied: Rule = {
  id: 'json_patch_applied',
  title: 'An accepted JSON Patch changes the property that it replaces, and no other property',
  why: 'A client that got a 2xx believes that the patch is stored (RFC 6902 §5), but the next read shows something else.',
  fix: 'apply every operation of the patch or refuse the patch',
  examples: {
    passes:
      'PATCH /orders/7 [{"op": "replace", "path": "/note", "value": "late"}] → 200, and GET /orders/7 shows "late"',
    fails:
      'PATCH /orders/7 [{"op": "replace", "path": "/note", "value": "late"}] → 200, and GET /orders/7 shows the old note',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { execution, response, status } = evidence
    const { before, later, readBy, sent } = execution
    const [patch] = isArray(sent?.body) ? sent.body : []
    if (execution.case.journey?.step !== 'json-patch' || response === undefined || readBy === undefined) return []
    if (!isAccepted(evidence) || status === 202 || !isObject(patch)) return []
    const [was, is, at] = [before?.subject, later?.subject, String(patch['path'])]
    if (!isObject(was) || !isObject(is)) return []
    const received = valueAt(is, at)
    const fault = { pointer: response.pointer, address: response.address }
    if (!isAlike(patch['value'], received)) {
      return [
        {
          ...fault,
          at,
          message: `a JSON Patch that replaces ${at} gets ${status}, but a later read does not show the new value`,
          expected: 'the value of the patch',
          received: shapeOf(received),
          cause: 'JSON Patch is not stored',
        },
      ]
    }
    const fields = fieldsOf(resourceSchema(readBy))
    const changed = [...fields].find(
      ([name, field]) =>
        at !== `/${name}` &&
        !SET_BY_SERVERS.test(name) &&
        field['readOnly'] !== true &&
        field['x-volatile'] !== true &&
        was[name] !== undefined &&
        !sameValue(was[name], is[name]),
    )
    if (changed === undefined) return []
    return [
      {
        ...fault,
        at: `/${changed[0]}`,
        message: `a JSON Patch that replaces ${at} also changes ${changed[0]}`,
        expected: 'only the property of the patch is changed',
        received: shapeOf(is[changed[0]]),
        cause: 'JSON Patch changes more',
        // The level is only `drift`, because the server may compute one property from another.
        level: 'drift',
      },
    ]
  },
}
