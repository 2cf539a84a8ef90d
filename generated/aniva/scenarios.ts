// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { ScenarioBook } from '../../src/client/scenario-book.ts'
import type { UpdateAppointmentPath } from './client.ts'
import type { UpdateAppointmentRequest } from './types.ts'

const statuses = {
  "reschedule": 200,
  "reschedule/pending": 200,
  "reschedule/other-season": 200,
  "reschedule/before-clock-change": 200,
  "reschedule/after-clock-change": 200,
  "reschedule/taken-time": 200,
  "reschedule/leap-day": 200,
  "reschedule/end-of-year": 200,
  "reschedule/same-time": 200,
  "reschedule/soon": 200,
  "reschedule/no-zone": 200,
  "reschedule/home-kit": 200,
  "reschedule/upper-case-id": 200,
  "relocate": 200,
  "relocate/upper-case-id": 200,
  "relocate/unscheduled": 200,
  "past": 400,
  "past/later-wall-clock": 400,
  "unusable-location": 400,
  "unusable-location/inactive": 400,
  "unusable-location/inactive-with-a-time": 400,
  "invalid-body": 400,
  "no-good-key": 403,
  "no-good-key/without-this-operation": 403,
  "no-good-key/invalid-id": 403,
  "foreign-appointment": 403,
  "foreign-appointment/other-key": 403,
  "foreign-appointment/own-location": 403,
  "foreign-location": 403,
  "foreign-location/pending": 403,
  "no-such-appointment": 404,
  "no-such-location": 404,
  "blood-drawn": 409,
  "blood-drawn/past": 409,
  "blood-drawn/relocate": 409,
  "cancelled": 409,
} as const

/** The scenarios of Aniva and their statuses: `prepareScenario(sandbox, anivaScenarios, …)`. */
export const anivaScenarios: ScenarioBook<typeof statuses, UpdateAppointmentPath, UpdateAppointmentRequest> = {
  api: "aniva",
  statuses,
}
