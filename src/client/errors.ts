/**
 * What a call can throw. No error carries a value that was sent or received, a header, or the error of the `fetch` below:
 * any of them may quote a credential or a patient.
 */
export abstract class ClientError extends Error {
  /** `updateAppointment`; of a token request the operation that needed it. */
  readonly operation: string

  constructor(operation: string, message: string) {
    super(`${operation}: ${message}`)
    this.operation = operation
  }
}

/** Which promise an answer breaks. Names as Schemathesis has them. */
export type ViolationRule =
  | 'status_code_conformance'
  | 'content_type_conformance'
  | 'response_schema_conformance'
  | 'response_headers_conformance'

/** The answer is not what the document promises. */
export class ContractViolation extends ClientError {
  override readonly name = 'ContractViolation'
  readonly rule: ViolationRule
  /** `updateAppointment/responses/200/content/application~1json/schema/properties/status/enum`. */
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
  }) {
    const { operation, rule, status, at, expected } = violation
    const clause = operation + violation.pointer
    super(operation, `${status} breaks ${clause}${at === '' ? '' : ` at ${at}`}: expected ${expected}`)
    this.rule = rule
    this.clause = clause
    this.status = status
    this.at = at
    this.expected = expected
  }
}

/** The request does not keep the document, and was not sent. */
export class RequestRefused extends ClientError {
  override readonly name = 'RequestRefused'
  /** `updateAppointment/requestBody/content/application~1json/schema/minProperties`. */
  readonly clause: string
  /** JSON Pointer into the body, or `/path/accountId` for a parameter. */
  readonly at: string
  readonly expected: string

  constructor(
    operation: string,
    refusal: { readonly pointer: string; readonly at: string; readonly expected: string },
  ) {
    const { at, expected } = refusal
    const clause = operation + refusal.pointer
    super(operation, `not sent, it breaks ${clause}${at === '' ? '' : ` at ${at}`}: expected ${expected}`)
    this.clause = clause
    this.at = at
    this.expected = expected
  }
}

/** No answer came, or only half of one: refused, reset, unresolvable. The server may have carried the request out. */
export class NetworkFailure extends ClientError {
  override readonly name = 'NetworkFailure'
  /** `ECONNRESET` and its like, where the `fetch` tells it. */
  readonly code: string | undefined

  constructor(operation: string, code: string | undefined) {
    const why = code === undefined ? '' : ` (${code})`
    super(operation, `no whole answer came${why}; the server may have carried it out`)
    this.code = code
  }
}

/** The time given to a call is over. If it had been sent by then, the server may have carried it out. */
export class OutOfTime extends ClientError {
  override readonly name = 'OutOfTime'
  readonly timeoutMs: number
  readonly sent: boolean

  constructor(operation: string, timeoutMs: number, sent: boolean) {
    const after = sent ? 'the server may have carried it out' : 'it was not sent'
    super(operation, `no whole answer within ${timeoutMs} ms; ${after}`)
    this.timeoutMs = timeoutMs
    this.sent = sent
  }
}

/** The token endpoint gave no token, so nothing was sent to the operation. */
export class CredentialsFailure extends ClientError {
  override readonly name = 'CredentialsFailure'
  /** `refused`: the credentials are not good. The others may pass by themselves. */
  readonly reason: 'refused' | 'unavailable' | 'unreachable' | 'unreadable'
  readonly status: number | undefined

  constructor(operation: string, reason: CredentialsFailure['reason'], status?: number) {
    super(operation, `the token endpoint ${REASONS[reason]}${status === undefined ? '' : ` (status ${status})`}`)
    this.reason = reason
    this.status = status
  }
}

const REASONS = {
  refused: 'refused the credentials',
  unavailable: 'is not available',
  unreachable: 'cannot be reached',
  unreadable: 'answered with something that is no token',
} as const
