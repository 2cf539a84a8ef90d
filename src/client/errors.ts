import { isInstance, markKind } from './across-copies.ts'
import { inWords } from './in-words.ts'

/**
 * The base class of all errors of calls. The errors contain no sent or received values, no headers and no errors of
 * `fetch`, because these may contain secrets.
 */
export abstract class ClientError extends Error {
  static readonly kind: string = 'ClientError'
  /**
   * The id of the operation, such as `updateAppointment`. For a failed token request, the id of the operation that
   * needed the token.
   */
  readonly operation: string
  /** The id of the call. Undefined if the error occurred outside of a call. */
  readonly requestId?: string

  constructor(operation: string, message: string) {
    super(`${operation}: ${message}`)
    this.operation = operation
    markKind(this, 'ClientError')
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, value)
  }
}

/** The rule that an answer violates. The names are those of Schemathesis. */
export type ViolationRule =
  | 'status_code_conformance'
  | 'content_type_conformance'
  | 'response_schema_conformance'
  | 'response_headers_conformance'

/** Thrown if an answer violates the document. */
export class ContractViolation extends ClientError {
  static override readonly kind = 'ContractViolation'
  override readonly name = 'ContractViolation'
  readonly rule: ViolationRule
  /**
   * The id of the violated clause. Example:
   * `updateAppointment/responses/200/content/application~1json/schema/properties/status/enum`.
   */
  readonly clause: string
  readonly status: number
  /** JSON Pointer into the body, or the name of a header. */
  readonly at: string
  readonly expected: string

  constructor(violation: {
    readonly operation: string
    readonly rule: ViolationRule
    readonly pointer: string
    readonly status: number
    readonly at: string
    readonly expected: string
    /**
     * The problem as the end of a sentence: `is missing`. If absent, the sentence ends with `must be` and `expected`.
     */
    readonly words?: string
  }) {
    const { operation, rule, status, at, expected } = violation
    const clause = operation + violation.pointer
    super(operation, `the response ${status} violates the document: ${inWords(violation, 'the body')} (${clause})`)
    this.rule = rule
    this.clause = clause
    this.status = status
    this.at = at
    this.expected = expected
  }
}

/** Thrown if a request violates the document. The request was not sent. */
export class RequestRefused extends ClientError {
  static override readonly kind = 'RequestRefused'
  override readonly name = 'RequestRefused'
  /**
   * The id of the violated clause. Example:
   * `updateAppointment/requestBody/content/application~1json/schema/minProperties`.
   */
  readonly clause: string
  /** JSON Pointer into the body, or `/path/accountId` for a parameter. */
  readonly at: string
  readonly expected: string

  constructor(
    operation: string,
    refusal: {
      readonly pointer: string
      readonly at: string
      readonly expected: string
      /**
       * The problem as the end of a sentence: `is missing`. If absent, the sentence ends with `must be` and `expected`.
       */
      readonly words?: string
    },
    whole = 'the body',
  ) {
    const { at, expected } = refusal
    const clause = operation + refusal.pointer
    super(operation, `not sent: ${inWords(refusal, whole)} (${clause})`)
    this.clause = clause
    this.at = at
    this.expected = expected
  }
}

/**
 * Thrown for a 429, 502, 503 or 504 that the document does not define. A gateway refused the request, or the server is
 * overloaded.
 */
export class ServerUnavailable extends ClientError {
  static override readonly kind = 'ServerUnavailable'
  override readonly name = 'ServerUnavailable'
  readonly status: number
  /** The number of seconds to wait, from the header `Retry-After`. Undefined if the answer has no such header. */
  readonly retryAfter: number | undefined
  /**
   * True if the call can be repeated: the method is idempotent, the option `retryNotIdempotent` is set, or the answer
   * is a 429 or 503 with `Retry-After`.
   */
  readonly retryable: boolean

  constructor(operation: string, status: number, retryAfter: number | undefined, retryable: boolean) {
    super(operation, `the server is not available (status ${status})`)
    this.status = status
    this.retryAfter = retryAfter
    this.retryable = retryable
  }
}

/**
 * Thrown if no complete answer arrived, for example because the connection was reset. The server may have processed the
 * request.
 */
export class NetworkFailure extends ClientError {
  static override readonly kind = 'NetworkFailure'
  override readonly name = 'NetworkFailure'
  /** The code of the network error, such as `ECONNRESET`, if known. */
  readonly code: string | undefined

  constructor(operation: string, code: string | undefined) {
    const why = code === undefined ? '' : ` (${code})`
    super(operation, `no complete response${why}; the server may have processed the request`)
    this.code = code
  }
}

/** Thrown if the call exceeded its time limit. The server may have processed the request. */
export class OutOfTime extends ClientError {
  static override readonly kind = 'OutOfTime'
  override readonly name = 'OutOfTime'
  readonly timeoutMs: number
  readonly sent: boolean

  constructor(operation: string, timeoutMs: number, sent: boolean) {
    const after = sent ? 'the server may have processed the request' : 'the request was not sent'
    super(operation, `no complete response within ${timeoutMs} ms; ${after}`)
    this.timeoutMs = timeoutMs
    this.sent = sent
  }
}

/** Thrown if there is no valid credential. The request of the operation was not sent. */
export class CredentialsFailure extends ClientError {
  static override readonly kind = 'CredentialsFailure'
  override readonly name = 'CredentialsFailure'
  /**
   * `refused`: the credentials are wrong. `threw`: the function that returns the credential threw an error. `empty`:
   * this function returned nothing usable. With any other reason, a later call may succeed.
   */
  readonly reason: keyof typeof REASONS
  readonly status: number | undefined
  /** The URL of the token endpoint, without its query. Undefined if no token was requested. */
  readonly url: string | undefined
  /**
   * A code of the cause: an OAuth error such as `invalid_client` (RFC 6749 §5.2), a network error such as
   * `ECONNREFUSED`, or the name of the thrown error.
   */
  readonly code: string | undefined

  constructor(operation: string, failure: CredentialsProblem) {
    const { reason, status, url, code } = failure
    const place = url === undefined ? '' : ` ${url}`
    const details = [...(status === undefined ? [] : [`status ${status}`]), ...(code === undefined ? [] : [code])]
    super(
      operation,
      `${REASONS[reason].replace(' endpoint', ` endpoint${place}`)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
    )
    this.reason = reason
    this.status = status
    this.url = url
    this.code = code
  }
}

/** The reason why there is no token. */
export interface CredentialsProblem {
  readonly reason: keyof typeof REASONS
  readonly status?: number | undefined
  readonly url?: string | undefined
  readonly code?: string | undefined
}

const REASONS = {
  refused: 'the token endpoint refused the credentials',
  unavailable: 'the token endpoint is not available',
  unreachable: 'the token endpoint cannot be reached',
  unreadable: 'the token endpoint returned an invalid token response',
  empty: 'the function in `credentials` returned nothing that a header can carry',
  threw: 'the function in `credentials` threw an error',
} as const
