import { ContractError } from '../../errors.ts'
import { parseJson } from '../../json.ts'
import { controlStates, type AskControl } from '../control-states.ts'
import { isAnswer } from '../exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from '../http-client.ts'
import type { Shows, Target } from '../target.ts'

export interface SandboxOptions {
  /** Name under which the sandbox knows the api. */
  readonly api: string
  readonly baseUrl: string
  /** Where its control is. Default: the origin of the base URL. */
  readonly controlUrl?: string
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** What a sandbox shows: it remembers and knows who asks; it has no faults of its own to ask for. */
export const SANDBOX_SHOWS: Shows = { state: true, auth: 'full', faults: false }

/** Reaches a running sandbox. Throws `target-down` when nobody is there; one without control has no provider states. */
export async function openSandbox(options: SandboxOptions): Promise<{ target: Target; close(): Promise<void> }> {
  const { api, baseUrl, signal, limits, controlUrl = baseUrl } = options
  const client = openHttpClient(baseUrl, limits)
  const control = openHttpClient(controlUrl, limits)
  const close = async (): Promise<void> => {
    await Promise.all([client.close(), control.close()])
  }
  const ask = askOver(control, controlUrl, signal)
  try {
    const { status } = await ask('GET', '/__sandbox/health')
    const target: Target = {
      name: 'sandbox',
      baseUrl,
      shows: SANDBOX_SHOWS,
      send: (request) => client.send(request, signal),
      ...(status === 200 ? { states: controlStates(api, ask) } : {}),
    }
    return { target, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A sandbox as far as it is known without being reached; `call` carries requests to its control. */
export function sandboxAt(options: {
  readonly api: string
  readonly baseUrl: string
  readonly call: (request: Request) => Response | Promise<Response>
}): Omit<Target, 'send'> {
  const { api, baseUrl, call } = options
  return { name: 'sandbox', baseUrl, shows: SANDBOX_SHOWS, states: controlStates(api, askThrough(call)) }
}

function askThrough(call: (request: Request) => Response | Promise<Response>): AskControl {
  return async (method, path, body) => {
    const request = new Request(`http://127.0.0.1${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answer = await call(request)
    return { status: answer.status, body: parseJson(await answer.text()) }
  }
}

function askOver(client: HttpClient, url: string, signal: AbortSignal | undefined): AskControl {
  return async (method, path, body) => {
    const answer = await client.send(
      {
        method,
        target: path,
        headers: body === undefined ? [] : [['Content-Type', 'application/json']],
        ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      },
      signal,
    )
    if (!isAnswer(answer)) {
      throw new ContractError('target-down', {
        what: answer.message,
        where: url + path,
        next: 'see that the sandbox runs there; `contract-gate sandbox` starts one',
      })
    }
    return { status: answer.status, body: parseJson(Buffer.from(answer.body).toString()) }
  }
}
