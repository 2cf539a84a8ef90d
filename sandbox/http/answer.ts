/** A response before it is written as bytes. */
export interface SandboxAnswer {
  readonly status: number
  /** The headers. Their names are in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body. It is sent as JSON, except if it is a `Verbatim`. */
  readonly body: unknown
}

/** A body that is sent as this text instead of as JSON. */
export interface Verbatim {
  readonly verbatim: string
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** Returns a response with a JSON body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body }
}

/**
 * Converts a response to the `Response` that `fetch` returns. Sets the header `date` to `now`, because without this
 * header the HTTP server would send the time of the machine's clock.
 */
export function toResponse({ status, headers, body }: SandboxAnswer, now: number): Response {
  const text = isVerbatim(body) ? body.verbatim : JSON.stringify(body)
  return new Response(text, { status, headers: { ...headers, date: new Date(now).toUTCString() } })
}

function isVerbatim(body: unknown): body is Verbatim {
  return typeof body === 'object' && body !== null && 'verbatim' in body && typeof body.verbatim === 'string'
}
