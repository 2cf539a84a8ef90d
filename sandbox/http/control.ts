import { type SandboxAnswer, jsonAnswer } from './answer.ts'
import { readBody } from './body.ts'
import { isJsonObject, toJsonText } from './json-text.ts'
import { isMediaType } from './media-type.ts'
import { methodNotAllowed } from './method-not-allowed.ts'
import { type EstablishedFixture, StateError, type StateRequest } from '../fixtures/state.ts'
import type { ApiName } from '../apis.ts'

/** Creates and finds fixtures, for the control endpoints and for callers in the same process. */
export interface FixtureControl {
  readonly establish: (request: StateRequest & { readonly api: ApiName }) => Promise<EstablishedFixture>
  readonly find: (token: string) => Pick<EstablishedFixture, 'observe' | 'release'> | undefined
}

/** Answers `POST /__sandbox/states`: inserts a fixture and returns its values. */
export async function answerStates(control: FixtureControl, request: Request): Promise<SandboxAnswer> {
  if (request.method !== 'POST') return methodNotAllowed(['POST'], controlRefusal)
  // A web page cannot send `application/json` without a CORS preflight, and the sandbox refuses the preflight.
  if (!isMediaType(request.headers.get('content-type'), 'application/json')) {
    return controlRefusal({ status: 400, message: 'The body must be application/json.' })
  }
  const stateRequest = readStateRequest(toJsonText(await readBody(request)))
  if (typeof stateRequest === 'string') return controlRefusal({ status: 400, message: stateRequest })
  try {
    const { path, values, given, credentials, token } = await control.establish(stateRequest)
    const fixture = `/__sandbox/observe/${token}`
    return jsonAnswer(200, { path, values, given, credentials, observe: fixture, release: fixture })
  } catch (error) {
    if (error instanceof StateError) return controlRefusal({ status: 400, message: error.message })
    throw error
  }
}

/**
 * Answers `GET` and `DELETE /__sandbox/observe/<token>`: returns the appointments of a fixture, or removes the fixture.
 */
export function answerObserve(control: FixtureControl, request: Request, token: string): SandboxAnswer {
  if (request.method !== 'GET' && request.method !== 'DELETE')
    return methodNotAllowed(['GET', 'DELETE'], controlRefusal)
  const fixture = control.find(token)
  if (fixture === undefined) return controlRefusal({ status: 404, message: 'There is no such fixture.' })
  if (request.method === 'GET') return jsonAnswer(200, fixture.observe())
  fixture.release()
  return jsonAnswer(200, { released: true })
}

/** Returns an error response of the control endpoints. */
export function controlRefusal(refused: {
  readonly status: number
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}): SandboxAnswer {
  return jsonAnswer(refused.status, { message: refused.message }, refused.headers)
}

/** Returns the requested provider state. If the body is invalid, returns a sentence that describes the error. */
function readStateRequest(body: ReturnType<typeof toJsonText>): (StateRequest & { readonly api: ApiName }) | string {
  if (body.kind === 'broken') return body.because
  if (!isJsonObject(body.value)) return 'The body must be a JSON object.'
  const { api, state, with: options = {}, caseId, ...rest } = body.value
  if (Object.keys(rest).length > 0) return 'The body may contain only api, state, with and caseId.'
  if (api !== 'lobbie' && api !== 'aniva') return 'api must be lobbie or aniva.'
  if (typeof state !== 'string') return 'state must be a string.'
  if (typeof caseId !== 'string') return 'caseId must be a string.'
  if (!isJsonObject(options)) return 'with must be an object.'
  return { api, state, with: options, caseId }
}
