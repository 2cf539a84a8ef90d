import { pointer } from '../../document/json-pointer.ts'
import { isAccepted, jsonOf } from '../../evidence/evidence.ts'
import { isLost } from '../../evidence/lost-resource.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isObject, type Json } from '../../json.ts'
import { UNKNOWN } from '../../cases/maker.ts'
import { responseFor } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { Rule } from '../rule.ts'

export const resourceIdentity: Rule = {
  id: 'resource_identity',
  title: 'The response is about the resource in the path',
  why: 'A client that requests one resource and gets another will show or change the wrong resource.',
  fix: 'look up the resource by the id in the path',
  examples: {
    passes: 'the path is /orders/{id}, and `id` is documented. PATCH /orders/7 → 200 {"id": 7, …}',
    fails: 'the path is /orders/{id}, and `id` is documented. PATCH /orders/7 → 200 {"id": 8, …}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['frame'],
  judge(evidence) {
    const { operation, execution, response, mediaType } = evidence
    const body = jsonOf(evidence)
    const { case: aCase, target, sent } = execution
    if (target.name === 'mock' || response === undefined || !isObject(body) || !isAccepted(evidence)) return []
    const name = lastParameter(operation.path)
    if (name === undefined || aCase.method !== undefined || aCase.expect.kind === 'refused') return []
    // If the document does not define 404, it promises nothing about resources that do not exist.
    if (aCase.maker === UNKNOWN && responseFor(operation, 404) === undefined) return []
    if (!fieldsOf(mediaType?.schema).has(name)) return []
    const [asked, received] = [sent?.path[name], body[name]]
    if (asked === undefined || received === undefined || isSameId(asked, received)) return []
    // If an update changes the id of a resource, the resource is no longer at its old path. This is not a fault.
    if (isLost(execution)) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        at: pointer(name),
        message: `returns a different ${name} from the one in the path`,
        expected: `the ${name} of the path`,
        received: shapeOf(received),
        cause: 'wrong resource',
      },
    ]
  },
}

/** Returns the name of the path parameter at the end of a path. */
function lastParameter(path: string): string | undefined {
  return path.endsWith('}') ? path.slice(path.lastIndexOf('{') + 1, -1) : undefined
}

/**
 * True if the received id may be the requested one: the two are equal except for upper and lower case. Also true if the
 * received value cannot be an id, such as an object.
 */
function isSameId(asked: Json, received: Json): boolean {
  const isId = typeof received === 'string' || typeof received === 'bigint' || Number.isInteger(received)
  return !isId || digitsOf(asked) === digitsOf(received)
}

function digitsOf(id: Json): string {
  return typeof id === 'number' && Number.isInteger(id) ? String(BigInt(id)) : String(id).toLowerCase()
}
