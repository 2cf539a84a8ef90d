import { type Answer, jsonAnswer } from './answer.ts'
import { readBody } from './body.ts'
import { isJsonObject, toJsonText } from './json-text.ts'
import { isMediaType } from './media-type.ts'
import { methodNotAllowed } from './method-not-allowed.ts'
import { type Established, StateError, type StateRequest } from './state.ts'
import type { ApiName } from './apis.ts'

/** What the control can do, whoever asks for it. */
export interface Controlled {
  readonly establish: (asked: StateRequest & { readonly api: ApiName }) => Promise<Established>
  readonly find: (token: string) => Pick<Established, 'observe' | 'release'> | undefined
}

/** `POST /__sandbox/states`: makes a fixture and tells what is on it. */
export async function answerStates(controlled: Controlled, request: Request): Promise<Answer> {
  if (request.method !== 'POST') return methodNotAllowed(['POST'], refusal)
  // A page in a browser cannot send this type to us without asking first, and is then refused.
  if (!isMediaType(request.headers.get('content-type'), 'application/json')) {
    return refusal({ status: 400, message: 'The body must be application/json.' })
  }
  const asked = readAsked(toJsonText(await readBody(request)))
  if (typeof asked === 'string') return refusal({ status: 400, message: asked })
  try {
    const { path, values, given, credentials, token } = await controlled.establish(asked)
    const fixture = `/__sandbox/observe/${token}`
    return jsonAnswer(200, { path, values, given, credentials, observe: fixture, release: fixture })
  } catch (error) {
    if (error instanceof StateError) return refusal({ status: 400, message: error.message })
    throw error
  }
}

/** `GET` and `DELETE /__sandbox/observe/<token>`: what is on a fixture now, and the end of it. */
export function answerObserve(controlled: Controlled, request: Request, token: string): Answer {
  if (request.method !== 'GET' && request.method !== 'DELETE') return methodNotAllowed(['GET', 'DELETE'], refusal)
  const fixture = controlled.find(token)
  if (fixture === undefined) return refusal({ status: 404, message: 'There is no such fixture.' })
  if (request.method === 'GET') return jsonAnswer(200, fixture.observe())
  fixture.release()
  return jsonAnswer(200, { released: true })
}

/** An error of the control. */
export function refusal(refused: {
  readonly status: number
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}): Answer {
  return jsonAnswer(refused.status, { message: refused.message }, refused.headers)
}

/** What is asked for, or what is wrong with the asking. */
function readAsked(body: ReturnType<typeof toJsonText>): (StateRequest & { readonly api: ApiName }) | string {
  if (body.kind === 'broken') return body.because
  if (!isJsonObject(body.value)) return 'The body must be a JSON object.'
  const { api, state, with: options = {}, caseId, ...rest } = body.value
  if (Object.keys(rest).length > 0) return 'The body takes api, state, with and caseId, and nothing else.'
  if (api !== 'lobbie' && api !== 'aniva') return 'api must be lobbie or aniva.'
  if (typeof state !== 'string') return 'state must be a string.'
  if (typeof caseId !== 'string') return 'caseId must be a string.'
  if (!isJsonObject(options)) return 'with must be an object.'
  return { api, state, with: options, caseId }
}
