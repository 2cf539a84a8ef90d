/** A response, before it becomes bytes. */
export interface SandboxAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON; a `Verbatim` as its text. */
  readonly body: unknown
}

/** A body that is sent as this text. */
export interface Verbatim {
  readonly verbatim: string
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** A response with a JSON body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body }
}

/** The response in the form of `fetch`. */
export function toResponse({ status, headers, body }: SandboxAnswer): Response {
  return new Response(isVerbatim(body) ? body.verbatim : JSON.stringify(body), { status, headers })
}

function isVerbatim(body: unknown): body is Verbatim {
  return typeof body === 'object' && body !== null && 'verbatim' in body && typeof body.verbatim === 'string'
}
