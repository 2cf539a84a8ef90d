import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { appointmentOf, requestedStart } from '../lobbie/update.ts'
import { addMinutes } from '../time/instant.ts'
import { without } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'conflict', caughtBy: ['recipe_expectation'] } as const
const aniva = { api: 'aniva', family: 'conflict', caughtBy: ['recipe_expectation'] } as const

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-double-booking',
    lie: 'A practitioner can be booked twice at one time.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-is-free') }),
  },
  {
    ...lobbie,
    id: 'lobbie-adjoining-refused',
    lie: 'An appointment cannot begin when another one ends.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) => {
          const start = requestedStart(update)
          const moving = appointmentOf(update)
          if (start !== undefined && moving !== undefined) {
            for (const other of update.world.store.appointmentsOf(moving.practitionerId)) {
              const end = addMinutes(other.start, other.durationMinutes)
              if (other.id !== moving.id && end.seconds === start.seconds) {
                return { status: 409, message: 'The practitioner is taken at that time.' }
              }
            }
          }
          return checks['practitioner-is-free'](update)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-every-time-taken',
    lie: 'No new start is ever free.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) =>
          requestedStart(update) === undefined ? undefined : { status: 409, message: 'The practitioner is taken.' },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-any-step-allowed',
    lie: 'An appointment may go from any open status to any other.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'status-step-is-allowed': () => undefined,
      },
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
    id: 'lobbie-any-location-in-the-path',
    lie: 'An appointment is found under any location of its account.',
    tell: ({ checks }) => ({ checks: without(checks, 'appointment-is-at-location') }),
  },
  {
    ...lobbie,
    id: 'lobbie-foreign-location-open',
    lie: 'A location of another account can be reached through one’s own.',
    tell: ({ checks }) => ({
      checks: without(checks, 'location-is-of-account', 'appointment-is-of-account'),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-practitioner-accepted',
    lie: 'An appointment can be given to a practitioner who does not exist.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-exists') }),
  },
  {
    ...lobbie,
    id: 'lobbie-cancelled-keeps-its-slot',
    lie: 'A cancelled appointment still takes its practitioner’s time.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) => {
          const start = requestedStart(update)
          const moving = appointmentOf(update)
          for (const other of update.world.store.appointmentsOf(moving?.practitionerId ?? 0)) {
            if (other.status === 'CANCELLED' && other.start.seconds === start?.seconds && other.id !== moving?.id) {
              return { status: 409, message: 'The practitioner is taken at that time.' }
            }
          }
          return checks['practitioner-is-free'](update)
        },
      },
    }),
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

const anivaFaults: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-drawn-editable',
    lie: 'An appointment can be changed after its blood draw.',
    tell: ({ checks }) => ({ checks: without(checks, 'draw-is-not-confirmed') }),
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
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'draw-is-not-confirmed': (update) =>
          update.world.store.appointments.get(update.id.toLowerCase())?.status === 'pending'
            ? { status: 409, message: 'This appointment is not confirmed.' }
            : checks['draw-is-not-confirmed'](update),
      },
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
    id: 'aniva-foreign-location-accepted',
    lie: 'An appointment can be moved to a location outside the access context.',
    tell: ({ checks }) => ({ checks: without(checks, 'location-is-in-context') }),
  },
  {
    ...aniva,
    id: 'aniva-home-kit-gets-a-location',
    lie: 'A location can be given to a home kit appointment.',
    tell: ({ checks }) => ({ checks: without(checks, 'home-kit-takes-no-location') }),
  },
]

/** Rules about the rest of the world that are not kept. */
export const conflictFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]
