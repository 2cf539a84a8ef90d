/** A response. Its body is parsed if it is JSON, and otherwise a string. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Sends a request. A string is sent unchanged, any other body as JSON. */
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

/** Returns a clock that changes only when the test changes it. It starts on a Monday in winter. */
export function makeClock() {
  let time = Date.parse('2026-03-02T15:00:00Z')
  return { now: () => time, advance: (milliseconds: number) => void (time += milliseconds) }
}

/** A request whose response depends on a setting. `shows` has the expected result for each value of the setting. */
export interface Probe<Opened, Position extends string> {
  /** The values that other settings must have for this request. */
  readonly set?: Readonly<Record<string, string>>
  readonly probe: (opened: Opened) => Promise<unknown>
  readonly shows: Readonly<Record<Position, unknown>>
}

/** A request for each setting of a list. */
export type Probes<Opened, Switches extends Readonly<Record<string, { readonly positions: readonly string[] }>>> = {
  readonly [Id in keyof Switches]: Probe<Opened, Switches[Id]['positions'][number]>
}
