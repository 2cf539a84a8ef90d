// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
export {
  createLobbieClient,
  createLobbieMiddleware,
  lobbieContract,
  type LobbieClient,
  type LobbieClientOptions,
  type UpdateAppointmentAnswer,
  type UpdateAppointmentPath,
} from './client.ts'
export { lobbieScenarios } from './scenarios.ts'
export type * from './types.ts'
export * from './validators.js'
export type { CallOptions } from '../../src/client/client.ts'
export {
  ClientError,
  ContractViolation,
  CredentialsFailure,
  NetworkFailure,
  OutOfTime,
  RequestRefused,
  ServerUnavailable,
} from '../../src/client/errors.ts'
export { expectStatus, UnexpectedStatus, unwrap } from '../../src/client/expect-status.ts'
