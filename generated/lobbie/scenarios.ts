// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { ScenarioBook } from '../../src/client/scenario-book.ts'
import type { UpdateAppointmentPath } from './client.ts'
import type { UpdateAppointmentRequest } from './types.ts'

const statuses = {
  "reschedule": 200,
  "reschedule/clock-change": 200,
  "reschedule/leap-day": 200,
  "reschedule/within-its-own-time": 200,
  "reassign": 200,
  "reassign/at-a-taken-time": 200,
  "reassign/in-treatment": 200,
  "change-status": 200,
  "change-status/confirm": 200,
  "change-status/no-show": 200,
  "change-status/reopen": 200,
  "change-status/check-in": 200,
  "change-status/cancel": 200,
  "change-status/check-out": 200,
  "no-op-update": 200,
  "unknown-practitioner": 400,
  "unknown-practitioner/no-practitioner": 400,
  "unknown-practitioner/other-location": 400,
  "invalid-body": 400,
  "no-good-token": 401,
  "no-access": 403,
  "no-access/other-location": 403,
  "no-such-appointment": 404,
  "no-such-appointment/invalid-body": 404,
  "no-such-appointment/other-location": 404,
  "no-such-appointment/other-account": 404,
  "taken-slot": 409,
  "taken-slot/overlapping": 409,
  "taken-slot/other-location": 409,
  "step-not-allowed": 409,
  "step-not-allowed/back": 409,
  "step-not-allowed/missed": 409,
  "step-not-allowed/cancelled": 409,
  "closed": 409,
  "closed/checked-out": 409,
  "closed/missed": 409,
  "closed/cancelled-again": 409,
} as const

/** The scenarios of Lobbie and their statuses: `prepareScenario(sandbox, lobbieScenarios, …)`. */
export const lobbieScenarios: ScenarioBook<typeof statuses, UpdateAppointmentPath, UpdateAppointmentRequest> = {
  api: "lobbie",
  statuses,
}
