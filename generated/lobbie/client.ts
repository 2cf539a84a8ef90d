// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { AnswerTo } from '../../src/client/answer.ts'
import { createCall, type CallOptions } from '../../src/client/client.ts'
import type { Contract } from '../../src/client/contract.ts'
import type { CredentialsFor } from '../../src/client/credentials.ts'
import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '../../src/client/middleware.ts'
import type { ClientOptions } from '../../src/client/settings.ts'
import type { UpdateAppointmentRequest, paths } from './types.ts'
import {
  checkAppointment,
  checkLobbieError,
  checkUpdateAppointment401Headers,
  checkUpdateAppointmentParameters,
  checkUpdateAppointmentRequest,
} from './validators.js'

export type UpdateAppointmentPath = paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]["parameters"]["path"]
export type UpdateAppointmentAnswer = AnswerTo<paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]>

/** The contract of Lobbie that the client and the middleware check. */
export const lobbieContract = {
  schemes: {
    "PartnerOAuth": { type: "oauth2", tokenUrl: "/oauth/token" },
  },
  operations: {
    updateAppointment: {
      id: "updateAppointment",
      method: "PUT",
      path: "/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}",
      security: ["PartnerOAuth"],
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

export type LobbieClientOptions = ClientOptions & { readonly credentials: CredentialsFor["oauth2"] }

export interface LobbieClient {
  /**
   * `PUT /partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}`. Update appointment.
   */
  updateAppointment(path: UpdateAppointmentPath, body: UpdateAppointmentRequest, options?: CallOptions): Promise<UpdateAppointmentAnswer>
}

/** Creates a client that throws a ContractViolation for any response that violates the document of Lobbie. */
export function createLobbieClient(options: LobbieClientOptions): LobbieClient {
  const call = createCall(lobbieContract, options, { "PartnerOAuth": options.credentials })
  return {
    updateAppointment: async (path, body, options) =>
      (await call(lobbieContract.operations.updateAppointment, { path, body }, options)) as UpdateAppointmentAnswer,
  }
}

/** Middleware for an existing openapi-fetch client: `client.use(createLobbieMiddleware())`. */
export function createLobbieMiddleware(options: MiddlewareOptions = {}): ContractMiddleware {
  return createMiddleware(lobbieContract, options)
}
