import type { Refusal } from '../../behaviour.ts'
import type { LobbieFault } from '../../fault.ts'
import type { Appointment } from '../../lobbie/appointment.ts'
import { isClosed } from '../../lobbie/status-steps.ts'
import type { LobbieBehaviour } from '../../lobbie/behaviour.ts'
import { appointmentOf, fieldOf, type LobbieUpdate, requestedStart } from '../../lobbie/update.ts'
import { addMinutes } from '../../time/instant.ts'
import { without } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'conflict', caughtBy: ['scenario_expectation'] } as const
const TAKEN: Refusal = { status: 409, message: 'The practitioner is taken at that time.' }
const REFUSED: Refusal = { status: 409, message: 'The appointment cannot be changed like that.' }

type Checks = LobbieBehaviour['checks']
const endOf = ({ start, durationMinutes }: Appointment) => addMinutes(start, durationMinutes)

/** The checks with one conflict more: with an appointment of the same practitioner, its own among them. */
function alsoTaken(
  checks: Checks,
  isTaken: (wanted: Appointment, other: Appointment, update: LobbieUpdate) => boolean,
): Checks {
  return {
    ...checks,
    'practitioner-is-free': (update) => {
      const moving = appointmentOf(update)
      const start = requestedStart(update)
      if (moving !== undefined && start !== undefined) {
        for (const other of update.world.store.appointmentsOf(moving.practitionerId)) {
          if (isTaken({ ...moving, start }, other, update)) return TAKEN
        }
      }
      return checks['practitioner-is-free'](update)
    },
  }
}

/** The checks with one more reason to refuse, looked at where the status is. */
function alsoRefused(checks: Checks, isRefused: (update: LobbieUpdate) => boolean): Checks {
  return {
    ...checks,
    'status-step-is-allowed': (update) => (isRefused(update) ? REFUSED : checks['status-step-is-allowed'](update)),
  }
}

/** The checks with one that looks away when something is so. */
function looksAway(checks: Checks, name: keyof Checks, when: (update: LobbieUpdate) => boolean): Checks {
  return { ...checks, [name]: (update: LobbieUpdate) => (when(update) ? undefined : checks[name](update)) }
}

const statusOf = (update: LobbieUpdate) => appointmentOf(update)?.status

/** Rules about the rest of the world that are not kept. */
export const lobbieConflicts: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-never-a-conflict',
    lie: 'Nothing is ever in conflict.',
    tell: ({ checks }) => ({
      checks: without(checks, 'practitioner-is-free', 'status-step-is-allowed', 'appointment-is-open'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-always-a-conflict',
    lie: 'Every update is in conflict.',
    tell: ({ checks }) => ({ checks: { ...checks, 'appointment-is-open': () => REFUSED } }),
  },
  {
    ...lobbie,
    id: 'lobbie-double-booking',
    lie: 'A practitioner can be booked twice at one time.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-is-free') }),
  },
  {
    ...lobbie,
    id: 'lobbie-overlap-overlooked',
    lie: 'A practitioner is taken only when both begin at the same time.',
    tell: ({ checks }) => ({ checks: looksAway(checks, 'practitioner-is-free', (update) => isOverlap(update)) }),
  },
  {
    ...lobbie,
    id: 'lobbie-busy-practitioner-accepted',
    lie: 'An appointment can be given to a practitioner who is busy.',
    tell: ({ checks }) => ({
      checks: looksAway(checks, 'practitioner-is-free', (update) => fieldOf(update, 'practitionerId') !== undefined),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-adjoining-refused',
    lie: 'An appointment cannot begin when another one ends.',
    tell: ({ checks }) => ({
      checks: alsoTaken(
        checks,
        (wanted, other) => other.id !== wanted.id && endOf(other).seconds === wanted.start.seconds,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-preceding-refused',
    lie: 'An appointment cannot end when another one begins.',
    tell: ({ checks }) => ({
      checks: alsoTaken(
        checks,
        (wanted, other) => other.id !== wanted.id && other.start.seconds === endOf(wanted).seconds,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-own-slot-taken',
    lie: 'An appointment is in its own way.',
    tell: ({ checks }) => ({
      checks: alsoTaken(
        checks,
        (wanted, other) => other.id === wanted.id && other.start.seconds === wanted.start.seconds,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-cancelled-keeps-its-slot',
    lie: 'A cancelled appointment still takes its practitioner’s time.',
    tell: ({ checks }) => ({
      checks: alsoTaken(
        checks,
        (wanted, other) => other.status === 'CANCELLED' && other.start.seconds === wanted.start.seconds,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-missed-keeps-its-slot',
    lie: 'A missed appointment still takes its practitioner’s time.',
    tell: ({ checks }) => ({
      checks: alsoTaken(
        checks,
        (wanted, other) => other.status === 'NO_SHOW' && other.start.seconds === wanted.start.seconds,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-every-time-taken',
    lie: 'No new start is ever free.',
    tell: ({ checks }) => ({ checks: alsoTaken(checks, () => true) }),
  },
  {
    ...lobbie,
    id: 'lobbie-any-step-allowed',
    lie: 'An appointment may go from any open status to any other.',
    tell: ({ checks }) => ({ checks: without(checks, 'status-step-is-allowed') }),
  },
  {
    ...lobbie,
    id: 'lobbie-step-back-allowed',
    lie: 'An appointment may go back from CHECKED_IN to CONFIRMED.',
    tell: ({ checks }) => ({
      checks: looksAway(checks, 'status-step-is-allowed', (update) => statusOf(update) === 'CHECKED_IN'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-check-out-refused',
    lie: 'An appointment may go to CHECKED_OUT only from CHECKED_IN.',
    tell: ({ checks }) => ({
      checks: alsoRefused(
        checks,
        (update) => fieldOf(update, 'status') === 'CHECKED_OUT' && statusOf(update) !== 'CHECKED_IN',
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-same-status-refused',
    lie: 'A status that the appointment already has is refused.',
    tell: ({ checks }) => ({
      checks: alsoRefused(
        checks,
        (update) => fieldOf(update, 'status') === statusOf(update) && fieldOf(update, 'note') === undefined,
      ),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-closed-editable',
    lie: 'A closed appointment can still be changed.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-open') }),
  },
  {
    ...lobbie,
    id: 'lobbie-checked-out-editable',
    lie: 'An appointment that is CHECKED_OUT can still be changed.',
    tell: ({ checks }) => ({
      checks: looksAway(checks, 'appointment-is-open', (update) => statusOf(update) === 'CHECKED_OUT'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-cancelled-editable',
    lie: 'An appointment that is CANCELLED can still be changed.',
    tell: ({ checks }) => ({
      checks: looksAway(checks, 'appointment-is-open', (update) => statusOf(update) === 'CANCELLED'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-missed-editable',
    lie: 'An appointment that is NO_SHOW can still be changed.',
    tell: ({ checks }) => ({
      checks: looksAway(checks, 'appointment-is-open', (update) => statusOf(update) === 'NO_SHOW'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-any-practitioner',
    lie: 'A staff member without the practitioner role is accepted.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-has-the-role') }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-from-anywhere',
    lie: 'A practitioner of another location is accepted.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-is-at-location') }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-practitioner-accepted',
    lie: 'An appointment can be given to a practitioner who does not exist.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-exists') }),
  },
  {
    ...lobbie,
    id: 'lobbie-any-location-in-the-path',
    lie: 'An appointment is found under any location of its account.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-at-location') }),
  },
  {
    ...lobbie,
    id: 'lobbie-any-account-in-the-path',
    lie: 'An appointment is found under any account.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-of-account', 'appointment-is-at-location') }),
  },
  {
    ...lobbie,
    id: 'lobbie-foreign-location-open',
    lie: 'A location of another account can be reached through one’s own.',
    tell: ({ checks }) => ({ checks: without(checks, 'location-is-of-account', 'appointment-is-of-account') }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-before-validation',
    lie: 'A closed appointment is answered 409 before the body is looked at.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'content-type-is-json': (update) =>
          checks['appointment-is-open'](update) ?? checks['content-type-is-json'](update),
      },
    }),
  },
]

/** Whether the start that is asked for runs into another one that begins at another time. */
function isOverlap(update: LobbieUpdate): boolean {
  const start = requestedStart(update)
  const moving = appointmentOf(update)
  if (start === undefined || moving === undefined) return false
  return [...update.world.store.appointmentsOf(moving.practitionerId)].every(
    (other) => isClosed(other.status) || other.start.seconds !== start.seconds,
  )
}
