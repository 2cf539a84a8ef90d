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

/** A response as it is written to a connection. */
export interface WrittenAnswer {
  readonly status: number
  /** The headers. Their names are in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Undefined if the response has no body. */
  readonly text: string | undefined
}

/** Sends a response, or returns it as a `Response`. A server that has sent it returns a placeholder. */
export type Respond = (answer: WrittenAnswer) => Response

/**
 * Converts the body of a response to text. Sets the header `date` to `now`, because without this header the HTTP server
 * would send the time of the machine's clock.
 */
export function written({ status, headers, body }: SandboxAnswer, now: number): WrittenAnswer {
  const text = isVerbatim(body) ? body.verbatim : JSON.stringify(body)
  return { status, headers: { ...headers, date: new Date(now).toUTCString() }, text }
}

/** Converts a response to the `Response` that `fetch` returns. */
export function toResponse({ text, ...init }: WrittenAnswer): Response {
  return new Response(text, init)
}

function isVerbatim(body: unknown): body is Verbatim {
  return typeof body === 'object' && body !== null && 'verbatim' in body && typeof body.verbatim === 'string'
}
