// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { Answer } from '../../src/client/answers/answer.ts'
import { createCall, type CallOptions } from '../../src/client/client.ts'
import type { Contract } from '../../src/client/contract.ts'
import type { CredentialsFor } from '../../src/client/sending/credentials.ts'
import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '../../src/client/sending/middleware.ts'
import type { ClientOptions } from '../../src/client/settings.ts'
import type { AnivaError, Appointment, UpdateAppointmentRequest, paths } from './types.ts'
import {
  checkAnivaError,
  checkAppointment,
  checkUpdateAppointmentParameters,
  checkUpdateAppointmentRequest,
} from './validators.js'

/** The path parameters of `updateAppointment`. */
export type UpdateAppointmentPath = paths["/api/v1/appointments/{id}"]["patch"]["parameters"]["path"]
/**
 * The answers of `updateAppointment`. Checking `status` narrows the type of the body.
 *
 * Answers:
 * - `200`: The updated appointment and its embedded profile.
 * - `400`: Validation error, such as a `scheduled_at` in the past or an id that is not a UUID.
 * - `403`: Forbidden: the API key is missing, wrong or without access to this operation, or the appointment or location is outside its access context.
 * - `404`: Appointment or location not found.
 * - `409`: The appointment cannot be modified: the blood draw is already confirmed, or the appointment is cancelled.
 * - `500`: Internal server error.
 */
export type UpdateAppointmentAnswer =
  | Answer<200, Appointment>
  | Answer<400, AnivaError>
  | Answer<403, AnivaError>
  | Answer<404, AnivaError>
  | Answer<409, AnivaError>
  | Answer<500, AnivaError>

/** The contract of Aniva that the client and the middleware check. */
export const anivaContract = {
  schemes: {
    "ApiKey": { type: "apiKey", in: "header", parameter: "x-api-key" },
  },
  operations: {
    updateAppointment: {
      id: "updateAppointment",
      method: "PATCH",
      path: "/api/v1/appointments/{id}",
      security: [["ApiKey"]],
      parameters: [
        { in: "path", name: "id", required: true },
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
        "400": { content: { "application/json": { check: checkAnivaError } }, headers: [] },
        "403": { content: { "application/json": { check: checkAnivaError } }, headers: [] },
        "404": { content: { "application/json": { check: checkAnivaError } }, headers: [] },
        "409": { content: { "application/json": { check: checkAnivaError } }, headers: [] },
        "500": { content: { "application/json": { check: checkAnivaError } }, headers: [] },
      },
    },
  },
} satisfies Contract

/** The options of a client of Aniva. */
export type AnivaClientOptions = { readonly credentials: CredentialsFor["apiKey"] } & ClientOptions

/** The operations of Aniva. */
export interface AnivaClient {
  /**
   * `PATCH /api/v1/appointments/{id}`. Update appointment.
   *
   * Modifies appointment details before the blood draw: the scheduled time, the test location, or both. Fields that
   * are not sent keep their values. Only an appointment whose blood draw is not yet confirmed can be modified:
   * `pending` or `confirmed`. The status `confirmed` means that the slot is booked; a confirmed blood draw is
   * `blood_drawn`.
   *
   * Where the vendor's page is silent, we assume that the server checks the key first (403), then the path (400, 404,
   * 403), the body (400), the status of the appointment (409), that `scheduled_at` is in the future (400), and the
   * location (404, 403, 400). If only `location_id` is sent, the instant stays the same and is shown with the new
   * location's offset. Without a location or its time zone, it is shown in UTC (`Z`). The status does not change. An
   * id in upper case is the same id; responses use lower case. Opening hours and other appointments are ignored.
   *
   * Answers:
   * - `200`: The updated appointment and its embedded profile.
   * - `400`: Validation error, such as a `scheduled_at` in the past or an id that is not a UUID.
   * - `403`: Forbidden: the API key is missing, wrong or without access to this operation, or the appointment or location is outside its access context.
   * - `404`: Appointment or location not found.
   * - `409`: The appointment cannot be modified: the blood draw is already confirmed, or the appointment is cancelled.
   * - `500`: Internal server error.
   */
  updateAppointment(path: UpdateAppointmentPath, body: UpdateAppointmentRequest, options?: CallOptions): Promise<UpdateAppointmentAnswer>
}

/** Creates a client that throws a ContractViolation for any response that violates the document of Aniva. */
export function createAnivaClient(options: AnivaClientOptions): AnivaClient {
  const call = createCall(anivaContract, options, options.credentials && { "ApiKey": options.credentials })
  return {
    updateAppointment: async (path, body, options) =>
      (await call(anivaContract.operations.updateAppointment, { path, body }, options)) as UpdateAppointmentAnswer,
  }
}

/** Middleware for an existing openapi-fetch client: `client.use(createAnivaMiddleware())`. */
export function createAnivaMiddleware(options: MiddlewareOptions = {}): ContractMiddleware {
  return createMiddleware(anivaContract, options)
}
