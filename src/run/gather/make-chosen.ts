import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { isSuccess } from '../../exchanges/exchange.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { itemCreators } from '../../journeys/item-creators.ts'
import { plainPath } from '../../journeys/path-value.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { bodyWithId } from '../complete/own-id.ts'
import { freshId } from './fresh-id.ts'
import type { Made, Making } from './make-object.ts'
import { wholeBody } from './whole-body.ts'

/** An object that was created with an id chosen by the gate, and the operation that created the object. */
export interface ChosenObject extends Pick<Made, 'path' | 'sent'> {
  readonly by: Operation
}

/**
 * Creates an object with an id that the gate chooses. First a GET must show that no object has this id. If an object
 * may have the id, the gate does not send the request that creates the object. Afterwards a GET must show that the
 * object exists. `above` has the path values before the id.
 */
export async function makeChosen(
  value: ProducedValue,
  above: JsonObject,
  { basic, unique, send }: Pick<Making, 'basic' | 'unique' | 'send'>,
): Promise<ChosenObject | undefined> {
  const reading = [...basic.values()].find(
    ({ operation }) => operation.method === 'GET' && plainPath(operation.path) === value.key,
  )
  for (const [index, by] of itemCreators(value).entries()) {
    const aCase = basic.get(by)
    const id = freshId(value.parameter ?? {}, `${unique}${index}`)
    if (aCase === undefined || reading === undefined || id === undefined) continue
    const path = { ...aCase.send.path, ...above, [value.name]: id }
    if (!isAbsent(await send(reading, path))) return undefined
    let execution = await send(withId(aCase, value.name, id), path)
    const body = wholeBody(by, 1)
    // Sends another body with all properties, because the server may demand properties that the document calls
    // optional.
    if ([400, 422].includes(statusOf(execution) ?? 0) && body !== undefined)
      execution = await send(withId({ ...aCase, send: { ...aCase.send, body } }, value.name, id), path)
    if (!isSuccess(statusOf(execution))) continue
    if (!isSuccess(statusOf(await send(reading, path)))) continue
    return { by, path, sent: execution.sent?.body }
  }
  return undefined
}

function isAbsent(execution: Execution): boolean {
  return [404, 410].includes(statusOf(execution) ?? 0)
}

/** Returns the case with `id` in its path. If its body contains an id, replaces that id too. */
export function withId(aCase: Case, name: string, id: Json): Case {
  const { send } = aCase
  const { body } = send
  return {
    ...aCase,
    send: {
      ...send,
      path: { ...send.path, [name]: id },
      ...(body === undefined ? {} : { body: bodyWithId(body, name, id) }),
    },
  }
}
