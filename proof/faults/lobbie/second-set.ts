import { applyLobbieUpdate } from '../../../sandbox/lobbie/apply.ts'
import { isStepAllowed, occupies } from '../../../sandbox/lobbie/status-steps.ts'
import { lobbieAppointmentOf, type LobbieUpdate, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, fromMilliseconds, isBefore } from '../../../sandbox/time/instant.ts'
import { bodyField, refuse } from '../../../sandbox/update.ts'
import { readDate } from '../read-time.ts'
import {
  answersWith,
  applies,
  changesCheck,
  lobbieFaults,
  readsTime,
  refusesAt,
  saves,
  sends,
  skips,
} from '../changes.ts'

const TAKEN = refuse(409, 'The practitioner is taken at that time.')

/**
 * True if another appointment of the practitioner starts between the start and the end of the updated appointment.
 * False for an appointment that starts earlier and overlaps, so the fault misses it.
 */
function startsWithinWanted(update: LobbieUpdate): boolean {
  const before = lobbieAppointmentOf(update)
  if (before === undefined) return false
  const { id, status, start, practitionerId, durationMinutes } = applyLobbieUpdate(before, update)
  const end = addMinutes(start, durationMinutes)
  return (
    occupies(status) &&
    [...update.server.store.appointmentsOf(practitionerId)].some(
      // The same condition in a database query: `other.start >= start AND other.start < end`.
      (other) =>
        other.id !== id && occupies(other.status) && !isBefore(other.start, start) && isBefore(other.start, end),
    )
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Faults of Lobbie by a second author, who had not seen the gate. Each of the first five faults affects every request
 * of one kind, such as every update with a new practitioner.
 */
export const LOBBIE_SECOND_SET = [
  ...lobbieFaults('update', ['bystander_unchanged'], {
    'lobbie-reassignment-takes-all': [
      'A change of practitioner moves all appointments of the old practitioner to the new one.',
      saves((after, update, save) => {
        const { store } = update.server
        const { practitionerId } = after
        const former = store.appointments.get(after.id)?.practitionerId ?? practitionerId
        const others = former === practitionerId ? [] : [...store.appointmentsOf(former)]
        for (const other of others) store.save({ ...other, practitionerId })
        save(after, update)
      }),
    ],
  }),
  ...lobbieFaults('validation', ['scenario_expectation'], {
    'lobbie-past-start-refused': [
      'A start in the past is refused with 400.',
      refusesAt(
        'start-time-is-date-time',
        (update) => {
          const start = requestedStart(update)
          return start !== undefined && isBefore(start, fromMilliseconds(update.now))
        },
        refuse(400, 'startTime must not be in the past.'),
      ),
    ],
  }),
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-forbidden-by-gateway': [
      'The body of a 403 comes from a gateway and has a property Message.',
      answersWith(403, { body: { Message: 'User is not authorized to access this resource' } }),
    ],
  }),
  ...lobbieFaults('validation', ['negative_data_rejection'], {
    'lobbie-date-alone-accepted': ['A date without a time is read as midnight in UTC.', readsTime(readDate)],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-same-practitioner-refused': [
      'An update that sends the current practitioner gets a 409.',
      refusesAt(
        'practitioner-is-free',
        (update) =>
          sends('practitionerId')(update) &&
          bodyField(update, 'practitionerId') === lobbieAppointmentOf(update)?.practitionerId,
        TAKEN,
      ),
    ],
    'lobbie-missed-after-check-in': [
      'An appointment that is CHECKED_IN can become NO_SHOW.',
      skips(
        'status-step-is-allowed',
        (update) => lobbieAppointmentOf(update)?.status === 'CHECKED_IN' && bodyField(update, 'status') === 'NO_SHOW',
      ),
    ],
    'lobbie-begins-within-another': [
      'An appointment that starts during another appointment of the practitioner is accepted.',
      changesCheck('practitioner-is-free', () => (update) => (startsWithinWanted(update) ? TAKEN : undefined)),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-practitioner-ignored-with-time': [
      'A practitioner that is sent together with a start is not stored.',
      applies((_after, { practitionerId }, update) => requestedStart(update) !== undefined && { practitionerId }),
    ],
    'lobbie-note-escaped-for-html': [
      'A note is stored with &, <, > and quotes escaped for HTML.',
      applies(
        ({ note }, _before, update) =>
          sends('note')(update) && { note: note.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '') },
      ),
    ],
    'lobbie-treatment-starts-now': [
      'A change to IN_TREATMENT without a start sets the start to the current time.',
      applies(
        (after, { status }, update) =>
          status !== 'IN_TREATMENT' &&
          isStepAllowed(status, 'IN_TREATMENT') &&
          after.status === 'IN_TREATMENT' &&
          requestedStart(update) === undefined && { start: fromMilliseconds(update.now) },
      ),
    ],
  }),
]
