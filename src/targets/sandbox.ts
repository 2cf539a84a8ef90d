import { API_NAMES } from '../../sandbox/apis.ts'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { ContractError } from '../errors.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import { openHttpClient, type HttpClient, type HttpLimits } from '../exchanges/http-client.ts'
import type { Shows } from '../exchanges/shows.ts'
import { isObject, parseJson } from '../json.ts'
import { controlStates, type AskControl } from './control-states.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'
import type { Target } from './target.ts'

/**
 * Creates the target `sandbox`, the server in this package that stores data. Uses the running sandbox at `url`. If
 * `url` is undefined, starts one on a free port.
 */
export function sandbox(options: { readonly url?: string; readonly fault?: string } = {}): NamedTarget {
  const { url, fault } = options
  return {
    kind: 'sandbox',
    plan: ({ api, now, seed }) => {
      if (url === undefined) checkApi(api)
      const inside = createSandbox({ now, seed })
      return {
        ...sandboxAt({ api, baseUrl: url ?? 'http://127.0.0.1', call: (request) => inside.fetch(request) }),
        send: sendsNothing,
      }
    },
    open: async ({ api, now, seed, signal, limits }) => {
      const more = given(signal, limits)
      if (url !== undefined) return openSandbox({ api, baseUrl: url, now, ...more })
      checkApi(api)
      const listening = await listen(createSandbox({ now, seed, ...(fault === undefined ? {} : { fault }) }))
      try {
        const opened = await openSandbox({ api, baseUrl: listening.url, ...more })
        return {
          target: opened.target,
          close: async () => {
            await opened.close()
            await listening.close()
          },
        }
      } catch (error) {
        await listening.close()
        throw error
      }
    },
  }
}

function checkApi(api: string): void {
  if (API_NAMES.some((name) => name === api)) return
  throw new ContractError('unknown-target', {
    what: `the sandbox has no API ${api}, only ${API_NAMES.join(' and ')}`,
    next: 'use --target mock, or --spec FILE -u URL for a server',
  })
}

export interface SandboxTargetOptions {
  /** The name of the API in the sandbox. */
  readonly api: string
  readonly baseUrl: string
  /** The URL of the control endpoints. Default: the origin of the base URL. */
  readonly controlUrl?: string
  /** The start time of the run clock in ISO 8601. The clock of the sandbox may differ from it by at most an hour. */
  readonly now?: string
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** A sandbox stores data and checks credentials. No case can make it return a 5xx. */
export const SANDBOX_SHOWS: Shows = { state: true, auth: 'full' }

/** The maximum difference between the run clock and the clock of the sandbox, in milliseconds. */
const APART = 3_600_000

/**
 * Connects to a running sandbox. If it has no control endpoints, the target has no provider states. Throws
 * `target-down` if nothing responds, and `clocks-apart` if the clocks differ too much.
 */
export async function openSandbox(options: SandboxTargetOptions): Promise<{ target: Target; close(): Promise<void> }> {
  const { api, baseUrl, signal, limits, controlUrl = baseUrl } = options
  const client = openHttpClient(baseUrl, limits)
  const control = openHttpClient(controlUrl, limits)
  const close = async (): Promise<void> => {
    await Promise.all([client.close(), control.close()])
  }
  const ask = askOver(control, controlUrl, signal)
  try {
    const { status, body } = await ask('GET', '/__sandbox/status')
    checkClocks(options, isObject(body) ? body['now'] : undefined)
    const target: Target = {
      name: 'sandbox',
      baseUrl,
      shows: SANDBOX_SHOWS,
      send: (request) => client.send(request, signal),
      ...(status === 200 ? { states: controlStates(api, ask, PROBES) } : {}),
    }
    return { target, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The number of control requests that are sent before the first provider state. */
const PROBES = 1

function checkClocks({ now, baseUrl }: SandboxTargetOptions, there: unknown): void {
  if (now === undefined || typeof there !== 'string') return
  if (!(Math.abs(Date.parse(there) - Date.parse(now)) > APART)) return
  throw new ContractError('clocks-apart', {
    what: `the clock of the sandbox shows ${there}, the clock of the run shows ${now}, so a time can be in the future for one clock and in the past for the other`,
    where: baseUrl,
    next: `start the sandbox with \`contract-gate sandbox --now ${now}\`, or run the gate with --now ${there}`,
  })
}

/** Creates a sandbox target that does not use HTTP. `call` sends control requests. */
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
        next: 'start a sandbox with `contract-gate sandbox`, or correct the URL',
      })
    }
    return { status: answer.status, body: parseJson(Buffer.from(answer.body).toString()) }
  }
}
