import { ContractError } from '../errors.ts'
import { asObject, isObject, type Json, type JsonObject } from '../json.ts'
import type { Credential } from '../exchanges/credentials/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Established, StateProvider } from './target.ts'

/**
 * Sends a request to the control endpoints of a sandbox. If the response is not JSON, the body in the result is
 * undefined.
 */
export type AskControl = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Json,
) => Promise<{ readonly status: number; readonly body: Json | undefined }>

/** The path of the control endpoint that sets up provider states. */
export const STATES_PATH = '/__sandbox/states'

/**
 * Returns a state provider that uses the control endpoints of a sandbox. `ask` sends a control request. `sentBefore` is
 * the number of control requests that were already sent.
 */
export function controlStates(api: string, ask: AskControl, sentBefore = 0): StateProvider {
  let requests = sentBefore
  const asked: AskControl = (...request) => {
    requests += 1
    return ask(...request)
  }
  return {
    get requests() {
      return requests
    },
    establish: async ({ state, with: parameters, caseId }) => {
      const answer = await asked('POST', STATES_PATH, { api, state, with: parameters, caseId })
      const { path, values, given, credentials, observe, release } = expected(answer, state)
      return {
        path: asObject(path),
        values: asObject(values),
        given: asObject(given),
        credentials: asObject(credentials) as unknown as Readonly<Record<string, Credential>>,
        ...(typeof observe === 'string' ? { observe: () => observed(asked, observe, state) } : {}),
        ...(typeof release === 'string' ? { release: () => released(asked, release) } : {}),
      } satisfies Established
    },
  }
}

async function observed(ask: AskControl, path: string, state: string): Promise<Observation> {
  const { subject, bystander } = expected(await ask('GET', path), state)
  return { subject: isObject(subject) ? subject : null, bystander: isObject(bystander) ? bystander : null }
}

async function released(ask: AskControl, path: string): Promise<void> {
  await ask('DELETE', path)
}

function expected({ status, body }: Awaited<ReturnType<AskControl>>, state: string): JsonObject {
  if (status === 200 && isObject(body)) return body
  // Does not quote the response body, because it may contain confidential values.
  throw new ContractError('state-not-established', {
    what: `${state}: the control endpoint of the sandbox returned ${status}`,
    next: `send a POST with that state to ${STATES_PATH} yourself, and read the response`,
  })
}
