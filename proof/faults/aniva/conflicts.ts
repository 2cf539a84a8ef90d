import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import { anivaChecks } from '../../../sandbox/aniva/checks.ts'
import { type AnivaUpdate, anivaAppointmentOf, requestedTime } from '../../../sandbox/aniva/update.ts'
import { fromMilliseconds, isBefore } from '../../../sandbox/time/instant.ts'
import { anivaFaults, changesCheck, refuse, refusesAt, sends, skips, together } from '../changes.ts'

const LOCKED = refuse(409, 'This appointment cannot be changed.')

/** Makes the server refuse more updates with 409: those for which `isLocked` returns true. */
const alsoLocked = (isLocked: (update: AnivaUpdate) => boolean): BehaviourChange<AnivaBehaviour> =>
  refusesAt('draw-is-not-confirmed', isLocked, LOCKED)

const isAhead = (update: AnivaUpdate) => {
  const time = requestedTime(update)
  return time === undefined || isBefore(fromMilliseconds(update.now), time)
}

/** Faults in which the server ignores a conflict, or answers 409 without a conflict. */
export const ANIVA_CONFLICTS = [
  ...anivaFaults('conflict', ['scenario_expectation'], {
    'aniva-never-a-conflict': [
      'No update gets a 409 if its time is in the future.',
      together(skips('appointment-is-not-cancelled'), skips('draw-is-not-confirmed', isAhead)),
    ],
    'aniva-always-a-conflict': [
      'Every valid update gets a 409.',
      refusesAt('scheduled-at-has-four-digit-year', () => true, LOCKED),
    ],
    'aniva-drawn-editable': [
      'An appointment can be moved to a future time after its blood draw.',
      skips('draw-is-not-confirmed', isAhead),
    ],
    'aniva-past-before-status': [
      'The server checks for a past time (400) before the status (409).',
      changesCheck(
        'draw-is-not-confirmed',
        (check) => (update) => anivaChecks['scheduled-at-is-ahead'](update) ?? check(update),
      ),
    ],
    'aniva-cancelled-editable': ['A cancelled appointment can be changed.', skips('appointment-is-not-cancelled')],
    'aniva-pending-not-editable': [
      'A pending appointment cannot be changed.',
      alsoLocked((update) => anivaAppointmentOf(update)?.status === 'pending'),
      {
        whySeveralFindings:
          'the early 409 also replaces the 403 for a foreign location, which another case shows with another status',
      },
    ],
    'aniva-unscheduled-not-editable': [
      'An appointment without a time cannot be changed.',
      alsoLocked((update) => anivaAppointmentOf(update)?.scheduledAt === null),
    ],
    'aniva-same-time-refused': [
      'An update that sends the current time gets a 409.',
      alsoLocked(
        (update) =>
          sends('scheduled_at')(update) &&
          requestedTime(update)?.seconds === anivaAppointmentOf(update)?.scheduledAt?.seconds,
      ),
    ],
    'aniva-inactive-location-accepted': ['An inactive location is accepted.', skips('location-is-active')],
    'aniva-unknown-location-accepted': ['An unknown location is ignored.', skips('location-exists')],
    'aniva-home-kit-gets-a-location': ['A home kit can be given a location.', skips('home-kit-takes-no-location')],
    'aniva-home-kit-not-editable': [
      'A home kit appointment cannot be moved.',
      alsoLocked((update) => anivaAppointmentOf(update)?.testMethod === 'home' && sends('scheduled_at')(update)),
      { whySeveralFindings: 'the early 409 also replaces the 400 for a location, in a case that sends a time too' },
    ],
  }),
]
