import type { AnivaBehaviour } from '../../aniva/behaviour.ts'
import { type AnivaUpdate, appointmentOf, fieldOf, requestedTime } from '../../aniva/update.ts'
import type { AnivaFault } from '../../fault.ts'
import { fromMilliseconds, isBefore } from '../../time/instant.ts'
import { without } from '../tell.ts'

const aniva = { api: 'aniva', family: 'conflict', caughtBy: ['scenario_expectation'] } as const
const LOCKED = { status: 409, message: 'This appointment cannot be changed.' }

type Checks = AnivaBehaviour['checks']

/** The checks with one more reason for a 409. */
function alsoLocked(checks: Checks, isLocked: (update: AnivaUpdate) => boolean): Checks {
  return {
    ...checks,
    'draw-is-not-confirmed': (update) => (isLocked(update) ? LOCKED : checks['draw-is-not-confirmed'](update)),
  }
}

const isAhead = (update: AnivaUpdate) => {
  const time = requestedTime(update)
  return time === undefined || isBefore(fromMilliseconds(update.now), time)
}

/** Rules about the rest of the world that are not kept. */
export const anivaConflicts: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-never-a-conflict',
    lie: 'Nothing is ever in conflict, as long as the time is ahead.',
    tell: ({ checks }) => ({
      checks: {
        ...without(checks, 'appointment-is-not-cancelled'),
        'draw-is-not-confirmed': (update) => (isAhead(update) ? undefined : checks['draw-is-not-confirmed'](update)),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-always-a-conflict',
    lie: 'Every update that nothing else speaks against is in conflict.',
    tell: ({ checks }) => ({ checks: { ...checks, 'scheduled-at-has-four-digit-year': () => LOCKED } }),
  },
  {
    ...aniva,
    id: 'aniva-drawn-editable',
    lie: 'An appointment can be moved to a time ahead after its blood draw.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'draw-is-not-confirmed': (update) => (isAhead(update) ? undefined : checks['draw-is-not-confirmed'](update)),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-past-before-status',
    lie: 'Whether a time is past is looked at before the status of the appointment.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'draw-is-not-confirmed': (update) =>
          checks['scheduled-at-is-ahead'](update) ?? checks['draw-is-not-confirmed'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-cancelled-editable',
    lie: 'A cancelled appointment can be changed.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-not-cancelled') }),
  },
  {
    ...aniva,
    id: 'aniva-pending-not-editable',
    lie: 'A pending appointment cannot be changed.',
    alsoShows: 'the 409 also stands before the 403 of a foreign location: another status, and another exchange',
    tell: ({ checks }) => ({ checks: alsoLocked(checks, (update) => appointmentOf(update)?.status === 'pending') }),
  },
  {
    ...aniva,
    id: 'aniva-unscheduled-not-editable',
    lie: 'An appointment without a time cannot be changed.',
    tell: ({ checks }) => ({ checks: alsoLocked(checks, (update) => appointmentOf(update)?.scheduledAt === null) }),
  },
  {
    ...aniva,
    id: 'aniva-same-time-refused',
    lie: 'The time that an appointment already has is a conflict.',
    tell: ({ checks }) => ({
      checks: alsoLocked(
        checks,
        (update) =>
          requestedTime(update)?.seconds === appointmentOf(update)?.scheduledAt?.seconds && isTimeSent(update),
      ),
    }),
  },
  {
    ...aniva,
    id: 'aniva-inactive-location-accepted',
    lie: 'An appointment can be moved to a location that is not active.',
    tell: ({ checks }) => ({ checks: without(checks, 'location-is-active') }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-location-accepted',
    lie: 'A location that does not exist is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'location-exists') }),
  },
  {
    ...aniva,
    id: 'aniva-home-kit-gets-a-location',
    lie: 'A location can be given to a home kit appointment.',
    tell: ({ checks }) => ({ checks: without(checks, 'home-kit-takes-no-location') }),
  },
  {
    ...aniva,
    id: 'aniva-home-kit-not-editable',
    lie: 'A home kit appointment cannot be moved.',
    tell: ({ checks }) => ({
      checks: alsoLocked(checks, (update) => appointmentOf(update)?.testMethod === 'home' && isTimeSent(update)),
    }),
  },
]

function isTimeSent(update: AnivaUpdate): boolean {
  return fieldOf(update, 'scheduled_at') !== undefined
}
