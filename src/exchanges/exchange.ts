/** A serialized request. Header names keep their case and order. `target` is the path with the query. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: Uint8Array
}

/** A response with an unparsed body. Header names are in lower case. A repeated header has several entries. */
export interface RawAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
  /** Set if the body is only the beginning of a stream, because the stream was not read to its end. */
  readonly isPartial?: true
}

/** The reason why a request got no response. */
export interface TransportFailure {
  readonly kind: 'refused' | 'tls' | 'reset' | 'timed-out' | 'too-large' | 'malformed' | 'aborted'
  readonly message: string
}

/** A request with its response or failure. `sentAt` is a time of the run clock. `milliseconds` is the real duration. */
export interface Exchange {
  readonly request: RawRequest
  readonly answer: RawAnswer | TransportFailure
  readonly sentAt: string
  readonly milliseconds: number
}

/** True for a response, false for a transport failure. */
export function isAnswer(answer: RawAnswer | TransportFailure): answer is RawAnswer {
  return 'status' in answer
}

/** True for a status from 200 to 299. RFC 9110 §15.3. */
export function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status <= 299
}

/**
 * Returns the value of a header. Joins repeated headers by commas (RFC 9110 §5.3). Returns undefined if the header is
 * absent.
 */
export function headerOf(answer: { readonly headers: RawAnswer['headers'] }, name: string): string | undefined {
  const wanted = name.toLowerCase()
  let found: string | undefined
  for (const [key, value] of answer.headers) {
    if (key.toLowerCase() === wanted) found = found === undefined ? value : `${found}, ${value}`
  }
  return found
}
