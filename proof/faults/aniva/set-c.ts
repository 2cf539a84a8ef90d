import { type AnivaUpdate, requestedLocation } from '../../../sandbox/aniva/update.ts'
import type { AnivaAppointment } from '../../../sandbox/aniva/appointment.ts'
import type { AnivaCheckName } from '../../../sandbox/aniva/checks.ts'
import { showAnivaAppointment, zoneOf } from '../../../sandbox/aniva/show.ts'
import { isUuidText } from '../../../sandbox/aniva/uuid.ts'
import { parseInstant } from '../../../sandbox/time/instant.ts'
import { bodyField } from '../../../sandbox/update.ts'
import { anivaFaults, applies, readsTime, refuse, refusesAt, sendsOnly, shows, skips, together } from '../changes.ts'
import { cachesProfiles, futureByWallClock, ignoresHomeKitLocation } from './set-a.ts'
import { ignoresContextNextToTime } from './set-b.ts'

/** Returns the instant whose local time at the new location equals the current local time of the appointment. */
function sameWallClock(before: AnivaAppointment, update: AnivaUpdate): Partial<AnivaAppointment> | false {
  const { scheduledAt } = before
  const location = requestedLocation(update)
  if (scheduledAt === null || location === undefined || !sendsOnly('location_id')(update)) return false
  const { zones } = update.server
  const offsetIn = (zone: string | null): number => (zone === null ? 0 : zones.offsetAt(zone, scheduledAt))
  const minutes = offsetIn(zoneOf(before, update.server)) - offsetIn(location.timezone)
  return { scheduledAt: { ...scheduledAt, seconds: scheduledAt.seconds + minutes * 60 } }
}

/** A fault: if the body has only a location, the appointment keeps its local time. This changes the instant. */
export const keepsWallClock = applies<AnivaUpdate, AnivaAppointment, AnivaCheckName>((_after, before, update) =>
  sameWallClock(before, update),
)

/** A fault: a time without an offset is read as UTC if it has a fraction of a second. */
export const acceptsNaiveFraction = readsTime<AnivaUpdate, AnivaAppointment, AnivaCheckName>(
  (text, read) => read(text) ?? (/\.\d+$/.test(text) ? parseInstant(`${text}Z`) : undefined),
)

/** A fault: if the body contains only a location, the server accepts the update even after the blood draw. */
export const relocatesAfterDraw = skips<AnivaUpdate, AnivaAppointment, AnivaCheckName>(
  'draw-is-not-confirmed',
  sendsOnly('location_id'),
)

/** A fault: responses sort the shipments by id instead of by time. */
export const sortsShipmentsById = shows<AnivaUpdate, AnivaAppointment, AnivaCheckName>((appointment, server) => {
  const { shipments } = showAnivaAppointment(appointment, server)
  return { shipments: shipments.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
})

function hasMalformedLocation(update: AnivaUpdate): boolean {
  const id = bodyField(update, 'location_id')
  return typeof id === 'string' && !isUuidText(id)
}

/** The faults of Aniva in blind set C, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const ANIVA_SET_C = [
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-naive-with-fraction-accepted': [
      'A time without an offset is read as UTC if it has a fraction of a second.',
      acceptsNaiveFraction,
    ],
  }),
  ...anivaFaults('time', ['partial_update_frame'], {
    'aniva-relocate-keeps-wall-clock': [
      'A change to a location in another time zone keeps the local time and changes the instant.',
      keepsWallClock,
    ],
    'aniva-unscheduled-becomes-1970': [
      'A change of location sets the time of an unscheduled appointment to the start of 1970.',
      applies(
        (_after, { scheduledAt }, update) =>
          scheduledAt === null && sendsOnly('location_id')(update) && { scheduledAt: { seconds: 0, fraction: '' } },
      ),
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-future-check-ignores-offset-c': [
      'The check that a time is in the future ignores the offset of the time.',
      futureByWallClock,
      { whySeveralFindings: 'A time that is ahead is refused, and a time in the past is accepted.' },
    ],
    'aniva-home-kit-location-ignored-c': [
      'A location for a home kit is ignored instead of refused.',
      ignoresHomeKitLocation,
    ],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-foreign-location-with-new-time': [
      'A location outside the access context is accepted together with a new time.',
      ignoresContextNextToTime,
    ],
  }),
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-drawn-appointment-relocated': [
      'The location alone can be changed after the blood draw is confirmed.',
      relocatesAfterDraw,
    ],
  }),
  ...anivaFaults('update', ['invariant'], {
    'aniva-shipments-sorted-by-reference': ['Shipments are sorted by their references.', sortsShipmentsById],
    'aniva-profile-cached-by-handle-c': [
      'The profile of one patient without a handle is shown for other patients without a handle.',
      cachesProfiles,
    ],
  }),
  ...anivaFaults('error-body', ['not_a_server_error'], {
    'aniva-malformed-location-id-500': [
      'A location_id that is no UUID makes the database crash.',
      together(
        skips('location-id-is-uuid', hasMalformedLocation),
        refusesAt('location-exists', hasMalformedLocation, refuse(500, 'invalid input syntax for type uuid: "berlin"')),
      ),
    ],
  }),
]
