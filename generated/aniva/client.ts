// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { AnswerTo } from '../../src/client/answer.ts'
import { createCall, type CallOptions } from '../../src/client/client.ts'
import type { Contract } from '../../src/client/contract.ts'
import type { CredentialsFor } from '../../src/client/credentials.ts'
import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '../../src/client/middleware.ts'
import type { ClientOptions } from '../../src/client/settings.ts'
import type { UpdateAppointmentRequest, paths } from './types.ts'
import {
  checkAnivaError,
  checkAppointment,
  checkUpdateAppointmentParameters,
  checkUpdateAppointmentRequest,
} from './validators.js'

export type UpdateAppointmentPath = paths["/api/v1/appointments/{id}"]["patch"]["parameters"]["path"]
export type UpdateAppointmentAnswer = AnswerTo<paths["/api/v1/appointments/{id}"]["patch"]>

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
      security: ["ApiKey"],
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

export type AnivaClientOptions = ClientOptions & { readonly credentials: CredentialsFor["apiKey"] }

export interface AnivaClient {
  /**
   * `PATCH /api/v1/appointments/{id}`. Update appointment.
   */
  updateAppointment(path: UpdateAppointmentPath, body: UpdateAppointmentRequest, options?: CallOptions): Promise<UpdateAppointmentAnswer>
}

/** Creates a client that throws a ContractViolation for any response that violates the document of Aniva. */
export function createAnivaClient(options: AnivaClientOptions): AnivaClient {
  const call = createCall(anivaContract, options, { "ApiKey": options.credentials })
  return {
    updateAppointment: async (path, body, options) =>
      (await call(anivaContract.operations.updateAppointment, { path, body }, options)) as UpdateAppointmentAnswer,
  }
}

/** Middleware for an existing openapi-fetch client: `client.use(createAnivaMiddleware())`. */
export function createAnivaMiddleware(options: MiddlewareOptions = {}): ContractMiddleware {
  return createMiddleware(anivaContract, options)
}
