// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { Answer, AnswerWithHeaders } from '../../src/client/answers/answer.ts'
import { createCall, type CallOptions } from '../../src/client/client.ts'
import type { Contract } from '../../src/client/contract.ts'
import type { CredentialsFor } from '../../src/client/sending/credentials.ts'
import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '../../src/client/sending/middleware.ts'
import type { ClientOptions } from '../../src/client/settings.ts'
import { openTokens } from '../../src/client/sending/token.ts'
import type { Appointment, LobbieError, UpdateAppointmentRequest, paths } from './types.ts'
import {
  checkAppointment,
  checkLobbieError,
  checkUpdateAppointment401Headers,
  checkUpdateAppointmentParameters,
  checkUpdateAppointmentRequest,
} from './validators.js'

/** The path parameters of `updateAppointment`. */
export type UpdateAppointmentPath = paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]["parameters"]["path"]
/**
 * The answers of `updateAppointment`. Checking `status` narrows the type of the body.
 *
 * Answers:
 * - `200`: The appointment after the update.
 * - `400`: The request is invalid, or the practitioner does not work at this location.
 * - `401`: The access token is missing, invalid or expired.
 * - `403`: The integration has no access to the requested account or location.
 * - `404`: The appointment does not exist, or does not belong to the authorised account and location.
 * - `409`: The update conflicts with another appointment or with the status of this one.
 */
export type UpdateAppointmentAnswer =
  | Answer<200, Appointment>
  | Answer<400, LobbieError>
  | AnswerWithHeaders<401, LobbieError, paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]["responses"][401]["headers"]>
  | Answer<403, LobbieError>
  | Answer<404, LobbieError>
  | Answer<409, LobbieError>

/** The contract of Lobbie that the client and the middleware check. */
export const lobbieContract = {
  schemes: {
    "PartnerOAuth": { type: "oauth2", tokenUrl: "/oauth/token", open: openTokens },
  },
  operations: {
    updateAppointment: {
      id: "updateAppointment",
      method: "PUT",
      path: "/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}",
      security: [["PartnerOAuth"]],
      parameters: [
        { in: "path", name: "accountId", required: true },
        { in: "path", name: "locationId", required: true },
        { in: "path", name: "appointmentId", required: true },
      ],
      checkParameters: checkUpdateAppointmentParameters,
      requestBody: {
        required: true,
        contentType: "application/json",
        partial: true,
        check: checkUpdateAppointmentRequest,
      },
      responses: {
        "200": { content: { "application/json": { check: checkAppointment } }, headers: [] },
        "400": { content: { "application/json": { check: checkLobbieError } }, headers: [] },
        "401": { content: { "application/json": { check: checkLobbieError } }, headers: [{ name: "WWW-Authenticate", decode: "text" }], checkHeaders: checkUpdateAppointment401Headers },
        "403": { content: { "application/json": { check: checkLobbieError } }, headers: [] },
        "404": { content: { "application/json": { check: checkLobbieError } }, headers: [] },
        "409": { content: { "application/json": { check: checkLobbieError } }, headers: [] },
      },
    },
  },
} satisfies Contract

/** The options of a client of Lobbie. */
export type LobbieClientOptions = { readonly credentials: CredentialsFor["oauth2"] } & ClientOptions

/** The operations of Lobbie. */
export interface LobbieClient {
  /**
   * `PUT /partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}`. Update appointment.
   *
   * Updates an existing appointment: reschedules it (time, practitioner) or changes its details. Although the method
   * is PUT, only the fields that are sent are updated; the others keep their values.
   *
   * The vendor does not document when 400 and 409 occur. We assume that the server checks in this order:
   *
   * - 401: the access token is missing or invalid.
   * - 400: a path parameter is not an integer.
   * - 403: the partner is inactive or has no grant to the account, or the location does not belong to the account.
   * - 404: the appointment does not exist at this location of this account.
   * - 400: the body does not match its schema, or `practitionerId` is not a practitioner of this location.
   * - 409: the practitioner has another appointment at that time, the change of status is not allowed, or the
   *   appointment is closed (`CHECKED_OUT`, `CANCELLED`, `NO_SHOW`). Appointments that only touch each other do not
   *   overlap; cancelled and missed appointments are ignored. An update to `CANCELLED` or `NO_SHOW` needs no free time.
   *
   * An open status may stay the same. Allowed changes: `SCHEDULED` to `CONFIRMED`, `CHECKED_IN`, `CANCELLED`,
   * `NO_SHOW`; `CONFIRMED` to `SCHEDULED`, `CHECKED_IN`, `CANCELLED`, `NO_SHOW`; `CHECKED_IN` to `IN_TREATMENT`,
   * `CANCELLED`; `IN_TREATMENT` to `CHECKED_OUT`. A start in the past is allowed.
   *
   * Answers:
   * - `200`: The appointment after the update.
   * - `400`: The request is invalid, or the practitioner does not work at this location.
   * - `401`: The access token is missing, invalid or expired.
   * - `403`: The integration has no access to the requested account or location.
   * - `404`: The appointment does not exist, or does not belong to the authorised account and location.
   * - `409`: The update conflicts with another appointment or with the status of this one.
   */
  updateAppointment(path: UpdateAppointmentPath, body: UpdateAppointmentRequest, options?: CallOptions): Promise<UpdateAppointmentAnswer>
}

/** Creates a client that throws a ContractViolation for any response that violates the document of Lobbie. */
export function createLobbieClient(options: LobbieClientOptions): LobbieClient {
  const call = createCall(lobbieContract, options, options.credentials && { "PartnerOAuth": options.credentials })
  return {
    updateAppointment: async (path, body, options) =>
      (await call(lobbieContract.operations.updateAppointment, { path, body }, options)) as UpdateAppointmentAnswer,
  }
}

/** Middleware for an existing openapi-fetch client: `client.use(createLobbieMiddleware())`. */
export function createLobbieMiddleware(options: MiddlewareOptions = {}): ContractMiddleware {
  return createMiddleware(lobbieContract, options)
}
