/** A request as bytes. Header names keep their case and order; `target` is path and query as they go over the wire. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: Uint8Array
}

/** An answer as bytes. Header names in lower case, repeated ones repeated. */
export interface RawAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** Why there is no answer. */
export interface TransportFailure {
  readonly kind: 'refused' | 'reset' | 'timed-out' | 'too-large' | 'malformed' | 'aborted'
  readonly message: string
}

/** One request sent and what came of it. `sentAt` is on the run clock; `milliseconds` is of the machine. */
export interface Exchange {
  readonly request: RawRequest
  readonly answer: RawAnswer | TransportFailure
  readonly sentAt: string
  readonly milliseconds: number
}

export function isAnswer(answer: RawAnswer | TransportFailure): answer is RawAnswer {
  return 'status' in answer
}

/** The one value of a header, repeated ones joined as RFC 9110 §5.3 has it; undefined when it is absent. */
export function headerOf(answer: { readonly headers: RawAnswer['headers'] }, name: string): string | undefined {
  const wanted = name.toLowerCase()
  let found: string | undefined
  for (const [key, value] of answer.headers) {
    if (key.toLowerCase() === wanted) found = found === undefined ? value : `${found}, ${value}`
  }
  return found
}
