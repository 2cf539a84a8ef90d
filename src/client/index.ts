/** Everything that generated code imports from this package. Consumers import only the generated code. */
export type { AnswerTo, WithoutBody } from './answer.ts'
export { createCall, type CallOptions } from './client.ts'
export type { Contract } from './contract.ts'
export type { CredentialsFor } from './credentials.ts'
export {
  ClientError,
  ContractViolation,
  CredentialsFailure,
  NetworkFailure,
  OutOfTime,
  RequestRefused,
  ServerUnavailable,
} from './errors.ts'
export { expectStatus, UnexpectedStatus, unwrap } from './expect-status.ts'
export { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from './middleware.ts'
export type { ScenarioBook } from './scenario-book.ts'
export type { ClientOptions } from './settings.ts'
