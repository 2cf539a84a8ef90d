/** A response, its body parsed if it is JSON. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Sends a request. A body that is no string is sent as JSON. */
export async function send(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Received> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(text === undefined ? {} : { body: text }),
  })
  const received = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(received) : received }
}

/** A clock that a test moves. It starts on a Monday in winter. */
export function makeClock() {
  let time = Date.parse('2026-03-02T15:00:00Z')
  return { now: () => time, advance: (milliseconds: number) => void (time += milliseconds) }
}

/** A probe for a switch: what it shows at each position. */
export interface Probe<Opened, Position extends string> {
  /** Positions of other switches that the probe needs. */
  readonly set?: Readonly<Record<string, string>>
  readonly probe: (opened: Opened) => Promise<unknown>
  readonly shows: Readonly<Record<Position, unknown>>
}

/** A probe for each switch of a list. */
export type Probes<Opened, Switches extends Readonly<Record<string, { readonly positions: readonly string[] }>>> = {
  readonly [Id in keyof Switches]: Probe<Opened, Switches[Id]['positions'][number]>
}
