// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { ScenarioBook } from '../../src/client/scenario-book.ts'
import type { UpdateAppointmentPath } from './client.ts'
import type { UpdateAppointmentRequest } from './types.ts'

const statuses = {
  "reschedule": 200,
  "confirm-just-before-another": 200,
  "reassign": 200,
  "no-op-update": 200,
  "no-show-in-half-hour-zone": 200,
  "reschedule-to-while-the-clocks-change": 200,
  "reschedule-to-a-leap-day": 200,
  "shift-within-its-own-time": 200,
  "reassign-to-free-practitioner": 200,
  "reassign-in-treatment": 200,
  "reopen-in-a-slot-of-cancelled-and-missed-ones": 200,
  "check-in-just-after-another": 200,
  "cancel-at-the-desk": 200,
  "start-treatment": 200,
  "check-out-with-a-start-in-the-past-at-the-end-of-a-year": 200,
  "unknown-practitioner": 400,
  "staff-without-practitioner-role": 400,
  "practitioner-of-another-location": 400,
  "bad-body-for-a-closed-appointment": 400,
  "no-good-token": 401,
  "no-access-to-the-account": 403,
  "location-of-another-account": 403,
  "no-such-appointment": 404,
  "bad-body-for-no-such-appointment": 404,
  "appointment-at-another-location": 404,
  "appointment-of-another-account": 404,
  "taken-slot": 409,
  "overlapping-slot": 409,
  "busy-practitioner": 409,
  "step-that-skips-check-in": 409,
  "step-back-from-check-in": 409,
  "miss-after-check-in": 409,
  "cancel-in-treatment": 409,
  "edit-after-check-out": 409,
  "edit-after-cancellation": 409,
  "edit-after-no-show": 409,
  "repeated-cancellation": 409,
} as const

/** The scenarios of Lobbie and their statuses: `prepareScenario(sandbox, lobbieScenarios, …)`. */
export const lobbieScenarios: ScenarioBook<typeof statuses, UpdateAppointmentPath, UpdateAppointmentRequest> = {
  api: "lobbie",
  statuses,
}
