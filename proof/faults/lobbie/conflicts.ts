import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { LobbieAppointment, AppointmentStatus } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { lobbieChecks } from '../../../sandbox/lobbie/checks.ts'
import { isClosed } from '../../../sandbox/lobbie/status-steps.ts'
import { lobbieAppointmentOf, type LobbieUpdate, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes } from '../../../sandbox/time/instant.ts'
import { bodyField, changesCheck, lobbieFaults, refuse, refusesAt, sends, skips } from '../changes.ts'

const REFUSED = refuse(409, 'The appointment cannot be changed like that.')
const TAKEN = refuse(409, 'The practitioner is taken at that time.')

const startOf = ({ start }: LobbieAppointment) => start.seconds
const endOf = ({ start, durationMinutes }: LobbieAppointment) => addMinutes(start, durationMinutes).seconds
const statusOf = (update: LobbieUpdate) => lobbieAppointmentOf(update)?.status
const is = (status: AppointmentStatus) => (update: LobbieUpdate) => statusOf(update) === status

/**
 * Returns a pair for each appointment of the practitioner, including the appointment to update. In each pair, `other`
 * is the appointment of the practitioner, and `wanted` is the appointment to update with the requested start. Returns
 * an empty list if the update requests no start.
 */
function othersAt(
  update: LobbieUpdate,
): readonly { readonly wanted: LobbieAppointment; readonly other: LobbieAppointment }[] {
  const [before, start] = [lobbieAppointmentOf(update), requestedStart(update)]
  if (before === undefined || start === undefined) return []
  const others = [...update.server.store.appointmentsOf(before.practitionerId)]
  return others.map((other) => ({ wanted: { ...before, start }, other }))
}

/**
 * Makes the server refuse a new start with 409 if `isTaken` returns true for an appointment of the same practitioner.
 */
function alsoTaken(
  isTaken: (wanted: LobbieAppointment, other: LobbieAppointment) => boolean,
): BehaviourChange<LobbieBehaviour> {
  const isRefused = (update: LobbieUpdate) => othersAt(update).some(({ wanted, other }) => isTaken(wanted, other))
  return refusesAt('practitioner-is-free', isRefused, TAKEN)
}

/**
 * True if no open appointment of the practitioner starts exactly at the requested start. A fault that then skips the
 * check for conflicts misses appointments that only overlap.
 */
const isOverlap = (update: LobbieUpdate) => {
  const others = othersAt(update)
  return (
    others.length > 0 &&
    others.every(({ wanted, other }) => isClosed(other.status) || startOf(other) !== startOf(wanted))
  )
}

/** Faults in which the server ignores a conflict, or answers 409 without a conflict. */
export const LOBBIE_CONFLICTS = [
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-never-a-conflict': [
      'No update gets a 409.',
      skips(['practitioner-is-free', 'status-step-is-allowed', 'appointment-is-open']),
    ],
    'lobbie-double-booking': ['A practitioner can be booked twice at one time.', skips('practitioner-is-free')],
    'lobbie-overlap-overlooked': [
      'Appointments conflict only if they start at the same time.',
      skips('practitioner-is-free', isOverlap),
    ],
    'lobbie-busy-practitioner-accepted': [
      'An appointment can be given to a practitioner who is busy.',
      skips('practitioner-is-free', sends('practitionerId')),
    ],
    'lobbie-adjoining-refused': [
      'An appointment cannot start at the time at which another one ends.',
      alsoTaken((wanted, other) => other.id !== wanted.id && endOf(other) === startOf(wanted)),
    ],
    'lobbie-preceding-refused': [
      'An appointment cannot end at the time at which another one starts.',
      alsoTaken((wanted, other) => other.id !== wanted.id && startOf(other) === endOf(wanted)),
    ],
    'lobbie-own-slot-taken': [
      'An appointment conflicts with itself.',
      alsoTaken((wanted, other) => other.id === wanted.id && startOf(other) === startOf(wanted)),
    ],
    'lobbie-cancelled-keeps-its-slot': [
      'A cancelled appointment still occupies its practitioner.',
      alsoTaken((wanted, other) => other.status === 'CANCELLED' && startOf(other) === startOf(wanted)),
    ],
    'lobbie-missed-keeps-its-slot': [
      'A missed appointment still occupies its practitioner.',
      alsoTaken((wanted, other) => other.status === 'NO_SHOW' && startOf(other) === startOf(wanted)),
    ],
    'lobbie-every-time-taken': ['Every change of start gets a 409.', alsoTaken(() => true)],
    'lobbie-any-step-allowed': ['Every change between open statuses is allowed.', skips('status-step-is-allowed')],
    'lobbie-step-back-allowed': [
      'An appointment can go back from CHECKED_IN to CONFIRMED.',
      skips('status-step-is-allowed', is('CHECKED_IN')),
    ],
    'lobbie-check-out-refused': [
      'An appointment can become CHECKED_OUT only from CHECKED_IN.',
      refusesAt(
        'status-step-is-allowed',
        (update) => bodyField(update, 'status') === 'CHECKED_OUT' && statusOf(update) !== 'CHECKED_IN',
        REFUSED,
      ),
    ],
    'lobbie-same-status-refused': [
      'An update that sends the current status is refused.',
      refusesAt(
        'status-step-is-allowed',
        (update) => bodyField(update, 'status') === statusOf(update) && !sends('note')(update),
        REFUSED,
      ),
    ],
    'lobbie-closed-editable': ['A closed appointment can be changed.', skips('appointment-is-open')],
    'lobbie-checked-out-editable': [
      'A checked-out appointment can be changed.',
      skips('appointment-is-open', is('CHECKED_OUT')),
    ],
    'lobbie-cancelled-editable': [
      'A cancelled appointment can be changed.',
      skips('appointment-is-open', is('CANCELLED')),
    ],
    'lobbie-missed-editable': ['A missed appointment can be changed.', skips('appointment-is-open', is('NO_SHOW'))],
    'lobbie-any-practitioner': ['Any staff member is accepted as practitioner.', skips('practitioner-has-the-role')],
    'lobbie-practitioner-from-anywhere': [
      'A practitioner of another location is accepted.',
      skips('practitioner-is-at-location'),
    ],
    'lobbie-unknown-practitioner-accepted': ['An unknown practitioner is accepted.', skips('practitioner-exists')],
    'lobbie-any-location-in-the-path': ['Any location in the path is accepted.', skips('appointment-is-at-location')],
    'lobbie-any-account-in-the-path': [
      'An appointment can be updated with any account in the path.',
      skips(['appointment-is-of-account', 'appointment-is-at-location']),
    ],
    'lobbie-foreign-location-open': [
      'A location of another account can be used with an account of the partner in the path.',
      skips(['location-is-of-account', 'appointment-is-of-account']),
    ],
    'lobbie-conflict-before-validation': [
      'The server checks the status (409) before the body (400).',
      changesCheck(
        'content-type-is-json',
        (check) => (update) => lobbieChecks['appointment-is-open'](update) ?? check(update),
      ),
    ],
  }),
]
