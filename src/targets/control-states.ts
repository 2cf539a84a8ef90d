import { ContractError } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Credential } from '../exchanges/credential.ts'
import type { Observation } from '../exchanges/observation.ts'
import type { Established, StateProvider } from './target.ts'

/** One request of the control protocol: what came back, `undefined` as body where it is not JSON. */
export type AskControl = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Json,
) => Promise<{ readonly status: number; readonly body: Json | undefined }>

/** Where provider states are asked for. */
export const STATES_PATH = '/__sandbox/states'

/** Provider states of a sandbox, established over its control protocol by whatever can carry a request to it. */
export function controlStates(api: string, ask: AskControl): StateProvider {
  let requests = 0
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
        path: objectOf(path),
        values: objectOf(values),
        given: objectOf(given),
        credentials: objectOf(credentials) as unknown as Readonly<Record<string, Credential>>,
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
  // What a control says may hold values of its own, so it is not repeated.
  throw new ContractError('state-not-established', {
    what: `${state}, the control answered ${status}`,
    next: 'ask the control for that state by hand, and read what it says',
  })
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
