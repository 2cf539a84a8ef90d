import { authorizationChecks } from './checks/authorization.ts'
import { lobbieBodyChecks } from './checks/body.ts'
import { lobbieConflictChecks } from './checks/conflicts.ts'
import { authorizationScopeChecks } from './checks/authorization-scope.ts'

/** All checks of Lobbie, in the order in which they run (decision 0001): 401, path, 403, 404, 400, 409. */
export const lobbieChecks = {
  ...authorizationChecks,
  ...authorizationScopeChecks,
  ...lobbieBodyChecks,
  ...lobbieConflictChecks,
}

export type LobbieCheckName =
  | keyof typeof authorizationChecks
  | keyof typeof authorizationScopeChecks
  | keyof typeof lobbieBodyChecks
  | keyof typeof lobbieConflictChecks
