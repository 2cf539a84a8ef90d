/**
 * Everything that generated code imports from this package. Users of the package import the generated code, not this
 * module.
 */
export type { Answer, AnswerWithHeaders, StatusIn } from './answers/answer.ts'
export { createCall, type CallOptions } from './client.ts'
export type { Contract } from './contract.ts'
export type { CredentialsFor } from './sending/credentials.ts'
export { encodeForm } from './requests/encode-form.ts'
export {
  ClientError,
  ContractViolation,
  CredentialsFailure,
  NetworkFailure,
  OutOfTime,
  RequestRefused,
  ServerUnavailable,
} from './errors.ts'
export { int64Json } from './answers/int64-json.ts'
export { expectStatus, UnexpectedStatus, unwrap } from './expect-status.ts'
export { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from './sending/middleware.ts'
export type { HookError, HookRequest, HookResponse, Hooks } from './hooks.ts'
export type { ScenarioBook } from './scenario-book.ts'
export { serializeParameter } from './requests/serialize-parameter.ts'
export type { ClientOptions } from './settings.ts'
export { openTokens } from './sending/token.ts'
