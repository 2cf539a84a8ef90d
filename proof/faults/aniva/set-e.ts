import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import { zoneOf } from '../../../sandbox/aniva/show.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf, requestedTime } from '../../../sandbox/aniva/update.ts'
import { fromMilliseconds, isBefore } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { anivaFaults, answersWith, applies, sends, sendsNull, shows, skips, together } from '../changes.ts'
import { futureByWallClock, locationAsTyped, showsCancelledPanels } from './set-a.ts'
import { sortsShipmentsById } from './set-c.ts'
import { mayUseItsLocation } from './set-d.ts'

/** True if a null location is sent for an open appointment that has a location. */
function detachesLocation(update: AnivaUpdate): boolean {
  const before = anivaAppointmentOf(update)
  const isOpen = before?.status === 'pending' || before?.status === 'confirmed'
  return isOpen && before.locationId !== null && sendsNull('location_id')(update)
}

/** True for a home kit whose blood draw is confirmed, if the update requests no time or a time in the future. */
function isDrawnHomeKit(update: AnivaUpdate): boolean {
  const before = anivaAppointmentOf(update)
  const time = requestedTime(update)
  const isAhead = time === undefined || isBefore(fromMilliseconds(update.now), time)
  return before?.status === 'blood_drawn' && before.testMethod === 'home' && isAhead
}

/** The faults of Aniva in blind set E, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const ANIVA_SET_E = [
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-null-detaches-location': [
      'A location of null takes the location away from the appointment.',
      together<AnivaBehaviour>(
        skips('location-id-is-string', detachesLocation),
        applies((_after, _before, update) => detachesLocation(update) && { locationId: null }),
      ),
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-future-by-wall-time': [
      'The check that a time is in the future uses its date and time of day, without its offset.',
      futureByWallClock,
      { whySeveralFindings: 'A time that is ahead is refused, and a time in the past is accepted.' },
    ],
    'aniva-inactive-location-with-time-e': [
      'An inactive location is accepted if a new time is sent in the same request.',
      skips('location-is-active', sends('scheduled_at')),
    ],
  }),
  ...anivaFaults('update', ['invariant'], {
    'aniva-relocation-shows-cancelled-panels': [
      'After a change of location the response lists cancelled panels too.',
      showsCancelledPanels((_before, _after, update) => sends('location_id')(update)),
    ],
    'aniva-shipments-by-number': [
      'Shipments are sorted by their references instead of by the times of their links.',
      sortsShipmentsById,
    ],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-context-ignores-profile': [
      "Access to an appointment depends only on its location, so the profile of another partner's patient is shown.",
      skips('appointment-is-in-context', mayUseItsLocation),
    ],
  }),
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-drawn-home-kit-editable': [
      'A home kit whose blood draw is confirmed can still be rescheduled.',
      skips('draw-is-not-confirmed', isDrawnHomeKit),
    ],
  }),
  ...anivaFaults('update', ['scenario_expectation', 'partial_update_frame'], {
    'aniva-location-id-case-kept-e': [
      'A location id that is sent in upper case is stored and shown in upper case.',
      locationAsTyped,
    ],
  }),
  ...anivaFaults('error-body', ['response_schema_conformance'], {
    'aniva-gateway-forbidden-body': [
      "A missing or wrong key is refused with the gateway's own body, without the property error.",
      answersWith(403, { body: { message: 'Forbidden' } }, (update) => keyOf(update) === undefined),
    ],
  }),
  ...anivaFaults('time', ['invariant'], {
    'aniva-offset-of-today': [
      'The time is shown with the current offset of the location, not with its offset on the day of the appointment.',
      shows((appointment, server) => {
        const [zone, { scheduledAt }] = [zoneOf(appointment, server), appointment]
        if (zone === null || scheduledAt === null) return false
        const offset = server.zones.offsetAt(zone, fromMilliseconds(server.clock()))
        return { scheduled_at: renderAtOffset(scheduledAt, offset) }
      }),
    ],
  }),
]
