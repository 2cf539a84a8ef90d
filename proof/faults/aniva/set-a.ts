import type { AnivaAppointment } from '../../../sandbox/aniva/appointment.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import type { AnivaCheckName } from '../../../sandbox/aniva/checks.ts'
import { showAnivaAppointment, zoneOf } from '../../../sandbox/aniva/show.ts'
import {
  type AnivaUpdate,
  anivaAppointmentOf,
  requestedLocation,
  requestedTime,
} from '../../../sandbox/aniva/update.ts'
import { isJsonObject } from '../../../sandbox/http/json-text.ts'
import { fromMilliseconds, isBefore, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderUtc } from '../../../sandbox/time/zones.ts'
import { bodyField, bodyFields, refuse } from '../../../sandbox/update.ts'
import {
  anivaFaults,
  applies,
  changesBodyOfUpdate,
  changesCheck,
  refusesAt,
  rereads,
  skips,
  together,
  withFields,
} from '../changes.ts'
import { renderWallTime } from '../read-time.ts'

const PAST = refuse(400, 'scheduled_at must be in the future')
const NAIVE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/

/** Makes a fault: responses show the location id in the letter case in which the last update sent it. */
export function locationAsTyped({ apply, show }: AnivaBehaviour): Partial<AnivaBehaviour> {
  const typed = new WeakMap<AnivaAppointment, unknown>()
  return {
    apply: (before, update) => {
      const after = apply(before, update)
      typed.set(after, bodyField(update, 'location_id') ?? typed.get(before))
      return after
    },
    show: (appointment, server) => ({
      ...show(appointment, server),
      location_id: typed.get(appointment) ?? appointment.locationId,
    }),
  }
}

/**
 * Makes a fault: a cache of profiles with the handle as its key. All profiles without a handle share one cache entry,
 * so every response about such a profile contains the profile that was cached first.
 */
export function cachesProfiles(): Partial<AnivaBehaviour> {
  let kept: unknown
  return {
    answer: (answer) => {
      const profile = answer.status === 200 && isJsonObject(answer.body) ? answer.body['profile'] : undefined
      if (!isJsonObject(answer.body) || !isJsonObject(profile) || profile['handle'] !== null) return answer
      kept ??= profile
      return { ...answer, body: { ...answer.body, profile: kept } }
    },
  }
}

/** Adds the offset of the appointment's location to a time without an offset. */
function localises(update: AnivaUpdate): AnivaUpdate {
  const [text, before] = [bodyField(update, 'scheduled_at'), anivaAppointmentOf(update)]
  if (typeof text !== 'string' || !NAIVE.test(text) || before === undefined) return update
  const locationId = requestedLocation(update)?.id ?? before.locationId
  const [zone, wall] = [zoneOf({ ...before, locationId }, update.server), parseInstant(`${text}Z`)]
  if (zone === null || wall === undefined) return update
  const localised = renderWallTime(wall, zone, update.server.zones)
  return withFields(update, { ...bodyFields(update.body), scheduled_at: localised })
}

/** A fault: the check that `scheduled_at` is in the future ignores the UTC offset. */
export const futureByWallClock = changesCheck<AnivaUpdate, AnivaAppointment, AnivaCheckName>(
  'scheduled-at-is-ahead',
  () => (update) => {
    const text = bodyField(update, 'scheduled_at')
    const time = requestedTime(update) && parseInstant(`${String(text).slice(0, 19)}Z`)
    return time !== undefined && !isBefore(fromMilliseconds(update.now), time) ? PAST : undefined
  },
)

/** Makes a fault: the response to an update contains the cancelled panels if `when` returns true. */
export const showsCancelledPanels = (
  when: (before: AnivaAppointment, after: AnivaAppointment, update: AnivaUpdate) => boolean,
) =>
  changesBodyOfUpdate<AnivaUpdate, AnivaAppointment, AnivaCheckName>((body, before, after, update) =>
    when(before, after, update)
      ? {
          ...body,
          panels: after.panels
            .toSorted((one, other) => one.addedAt - other.addedAt)
            .map(({ panelId, addedAt }) => ({ panel_id: panelId, added_at: renderUtc(addedAt) })),
        }
      : body,
  )

/** A fault: the server ignores a location that is sent for a home kit. */
export const ignoresHomeKitLocation = together<AnivaBehaviour>(
  skips('home-kit-takes-no-location'),
  applies((_after, { testMethod, locationId }) => testMethod === 'home' && { locationId }),
)

/** The faults of Aniva in blind set A, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const ANIVA_SET_A = [
  ...anivaFaults('time', ['invariant'], {
    'aniva-offset-of-previous-location': [
      'After a change of location the response shows the time with the offset of the previous location.',
      changesBodyOfUpdate((body, { locationId }, after, { server }) => ({
        ...body,
        scheduled_at: showAnivaAppointment({ ...after, locationId }, server).scheduled_at,
      })),
    ],
    'aniva-first-update-still-null': [
      'The response to the first update of an appointment has updated_at null.',
      changesBodyOfUpdate((body, { updatedAt }) => (updatedAt === null ? { ...body, updated_at: null } : body)),
    ],
  }),
  ...anivaFaults('update', ['scenario_expectation', 'partial_update_frame'], {
    'aniva-location-id-as-typed': ['A location id in upper case stays in upper case.', locationAsTyped],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-future-check-ignores-offset': [
      'The check that the time is in the future ignores the offset.',
      futureByWallClock,
      { whySeveralFindings: 'A time that is ahead is refused, and a time in the past is accepted.' },
    ],
    'aniva-past-time-before-status': [
      'A time in the past is refused with 400 before the status of the appointment is checked.',
      refusesAt(
        'draw-is-not-confirmed',
        (update) => {
          const time = requestedTime(update)
          return time !== undefined && !isBefore(fromMilliseconds(update.now), time)
        },
        PAST,
      ),
    ],
    'aniva-home-kit-drops-location': [
      'A location for a home kit is dropped instead of refused.',
      ignoresHomeKitLocation,
    ],
  }),
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-naive-time-localised': [
      'A time without an offset is read in the time zone of the location.',
      rereads(localises),
    ],
  }),
  ...anivaFaults('update', ['invariant'], {
    'aniva-profile-cache-by-handle': [
      'All profiles without a handle share one entry of a cache, so the profile of another patient is shown.',
      cachesProfiles,
    ],
    'aniva-cancelled-panels-after-relocation': [
      'The response to a change of location has the cancelled panels too.',
      showsCancelledPanels((before, after) => before.locationId !== after.locationId),
    ],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-foreign-closed-appointment-409': [
      'A closed appointment outside the access context is answered with 409.',
      ({ checks }) => ({
        checks: {
          ...checks,
          'appointment-is-in-context': (update) =>
            checks['appointment-is-in-context'](update) &&
            (checks['draw-is-not-confirmed'](update) ??
              checks['appointment-is-not-cancelled'](update) ??
              checks['appointment-is-in-context'](update)),
        },
      }),
    ],
  }),
]
