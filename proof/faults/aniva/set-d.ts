import { applyAnivaUpdate } from '../../../sandbox/aniva/apply.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf, requestedLocation } from '../../../sandbox/aniva/update.ts'
import { isJsonObject } from '../../../sandbox/http/json-text.ts'
import { renderUtc } from '../../../sandbox/time/zones.ts'
import {
  anivaFaults,
  applies,
  changesBodyOfUpdate,
  type JsonBody,
  sends,
  sendsNull,
  skips,
  storesRefused,
  together,
} from '../changes.ts'
import { futureByWallClock, ignoresHomeKitLocation } from './set-a.ts'
import { acceptsNaiveFraction, keepsWallClock, relocatesAfterDraw } from './set-c.ts'

/** The fields of a profile that `mixesProfiles` takes from another profile. */
const PERSONAL = 'first_name last_name email phone sex date_of_birth height weight language'.split(' ')

/** Makes a fault: all profiles without a handle are shown with the personal data of the first of them. */
function mixesProfiles(): Partial<AnivaBehaviour> {
  let first: JsonBody | undefined
  return {
    answer: (answer) => {
      const profile = answer.status === 200 && isJsonObject(answer.body) ? answer.body['profile'] : undefined
      if (!isJsonObject(answer.body) || !isJsonObject(profile) || profile['handle'] !== null) return answer
      const kept = (first ??= profile)
      const mixed = { ...profile, ...Object.fromEntries(PERSONAL.map((name) => [name, kept[name]])) }
      return { ...answer, body: { ...answer.body, profile: mixed } }
    },
  }
}

/** True if the key gives access to the location of the appointment. */
export function mayUseItsLocation(update: AnivaUpdate): boolean {
  const { store } = update.server
  const location = store.locations.get(anivaAppointmentOf(update)?.locationId ?? '')
  return location !== undefined && location.group === keyOf(update)?.group
}

function clearsTime(update: AnivaUpdate): boolean {
  return sendsNull('scheduled_at')(update) && requestedLocation(update) !== undefined
}

/** The faults of Aniva in blind set D, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const ANIVA_SET_D = [
  ...anivaFaults('update', ['scenario_expectation', 'partial_update_frame'], {
    'aniva-null-handle-profile-mixup': [
      'Patients without a handle get the personal data of the first such patient.',
      mixesProfiles,
    ],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-context-judged-by-location': [
      'An appointment of a patient outside the access context can be changed if its location is in the context.',
      skips('appointment-is-in-context', mayUseItsLocation),
    ],
  }),
  ...anivaFaults('validation', ['scenario_expectation'], {
    'aniva-future-check-ignores-offset-d': [
      'The check that a time is in the future reads the local time as if it were UTC.',
      futureByWallClock,
      { whySeveralFindings: 'A time that is ahead is refused, and a time in the past is accepted.' },
    ],
    'aniva-home-kit-location-silently-dropped': [
      'A location that is sent for a home kit is ignored instead of refused.',
      ignoresHomeKitLocation,
    ],
  }),
  ...anivaFaults('time', ['partial_update_frame'], {
    'aniva-relocation-keeps-clock-digits': [
      'A change to a location in another time zone keeps the local time and thereby changes the instant.',
      keepsWallClock,
    ],
  }),
  ...anivaFaults('update', ['refused_update_leaves_no_trace'], {
    'aniva-time-moved-despite-missing-location': [
      'The new time is stored although the request is refused because its location does not exist.',
      storesRefused(404, (before, update) =>
        before.locationId !== null && sends('scheduled_at')(update) ? applyAnivaUpdate(before, update) : before,
      ),
    ],
  }),
  ...anivaFaults('validation', ['negative_data_rejection'], {
    'aniva-null-time-clears-slot': [
      'A null time next to a new location is accepted and erases the time.',
      together<AnivaBehaviour>(
        skips('scheduled-at-is-string', clearsTime),
        applies((_after, _before, update) => clearsTime(update) && { scheduledAt: null }),
      ),
    ],
    'aniva-naive-time-with-fraction-accepted': [
      'A time without an offset is accepted as UTC if it has a fraction of a second.',
      acceptsNaiveFraction,
    ],
  }),
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-blood-drawn-can-be-relocated': [
      'The location can still be changed after the blood draw if no time is sent.',
      relocatesAfterDraw,
    ],
  }),
  ...anivaFaults('time', ['invariant'], {
    'aniva-updated-at-from-before-the-write': [
      'The response to each update has the updated_at of the previous update.',
      changesBodyOfUpdate((body, { updatedAt }) => ({
        ...body,
        updated_at: updatedAt === null ? null : renderUtc(updatedAt),
      })),
    ],
  }),
]
