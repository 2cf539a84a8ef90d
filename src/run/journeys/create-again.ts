import type { Case } from '../../cases/case.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { isObject } from '../../json.ts'
import type { ExecuteCase, Reason } from '../execute/execute-case.ts'
import type { MadeObject } from '../gather/gather-values.ts'
import { readItem } from './read-item.ts'

/**
 * The step `create-again` sends the creation of an object a second time. Returns why a request of this step is not
 * sent: another operation created the object. Returns undefined for every other request.
 */
export function whyNotAgain({ journey, operation }: Case, object: MadeObject | undefined): Reason | undefined {
  if (journey?.step !== 'create-again' || object === undefined || object.by === operation) return undefined
  if (plainPath(operation.path) === object.value.key) return undefined
  return { kind: 'not-applicable', because: 'another operation made the object' }
}

/**
 * Returns the request that creates the object a second time. The texts in the request are those that the object has
 * now, because updates may have changed the original texts. Returns other cases unchanged.
 */
export async function again(aCase: Case, { value, by, path, sent }: MadeObject, context: ExecuteCase): Promise<Case> {
  if (aCase.journey?.step !== 'create-again' || by !== aCase.operation || sent === undefined) return aCase
  const answer = await readItem(value, path, context)
  const read = answer?.status === 200 ? parseAnswer(answer.body, headerOf(answer, 'content-type')) : undefined
  const now = read?.kind === 'json' && isObject(read.value) ? read.value : {}
  const body = isObject(sent)
    ? Object.fromEntries(
        Object.entries(sent).map(([name, was]) => [name, typeof now[name] === 'string' ? now[name] : was]),
      )
    : sent
  return { ...aCase, send: { ...aCase.send, body } }
}
