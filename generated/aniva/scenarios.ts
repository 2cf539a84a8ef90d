// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { ScenarioBook } from '../../src/client/scenario-book.ts'
import type { UpdateAppointmentPath } from './client.ts'
import type { UpdateAppointmentRequest } from './types.ts'

const statuses = {
  "reschedule-confirmed": 200,
  "reschedule-pending-in-utc": 200,
  "reschedule-across-daylight-saving-outside-opening-hours": 200,
  "reschedule-to-just-before-the-clocks-change": 200,
  "reschedule-to-just-after-the-clocks-change": 200,
  "reschedule-to-a-taken-time-with-a-charset": 200,
  "reschedule-to-a-leap-day": 200,
  "reschedule-at-a-half-hour-offset-to-the-end-of-a-year": 200,
  "reschedule-to-the-same-time": 200,
  "reschedule-soon-by-an-earlier-wall-clock": 200,
  "reschedule-without-a-zone-and-profile": 200,
  "relocate": 200,
  "relocate-by-an-id-in-upper-case": 200,
  "relocate-unscheduled": 200,
  "home-kit": 200,
  "id-in-upper-case": 200,
  "past": 400,
  "just-past-by-a-later-wall-clock": 400,
  "inactive-location": 400,
  "inactive-location-at-a-good-time": 400,
  "bad-body-for-a-cancelled-appointment": 400,
  "location-for-a-home-kit": 400,
  "no-good-key": 403,
  "key-without-this-operation": 403,
  "key-of-another-partner": 403,
  "foreign-appointment": 403,
  "foreign-profile-at-own-location": 403,
  "foreign-location": 403,
  "foreign-location-while-pending": 403,
  "no-key-and-no-good-id": 403,
  "no-such-appointment": 404,
  "no-such-location": 404,
  "draw-already-confirmed": 409,
  "draw-already-confirmed-and-past": 409,
  "relocate-after-the-draw": 409,
  "cancelled": 409,
} as const

/** The scenarios of Aniva and their statuses: `prepareScenario(sandbox, anivaScenarios, …)`. */
export const anivaScenarios: ScenarioBook<typeof statuses, UpdateAppointmentPath, UpdateAppointmentRequest> = {
  api: "aniva",
  statuses,
}
