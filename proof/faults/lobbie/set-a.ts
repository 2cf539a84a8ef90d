import type { LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import type { LobbieCheckName } from '../../../sandbox/lobbie/checks.ts'
import { showLobbieAppointment } from '../../../sandbox/lobbie/show.ts'
import { isClosed } from '../../../sandbox/lobbie/status-steps.ts'
import { lobbieAppointmentOf, type LobbieUpdate } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, isBefore } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { bodyField } from '../../../sandbox/update.ts'
import {
  answers,
  applies,
  changesBody,
  changesCheck,
  lobbieFaults,
  saves,
  skips,
  storesRefused,
  together,
} from '../changes.ts'

/** True if the body repeats the status of an appointment that is closed. */
function repeatsClosedStatus(update: LobbieUpdate): boolean {
  const before = lobbieAppointmentOf(update)
  return before !== undefined && isClosed(before.status) && bodyField(update, 'status') === before.status
}

/**
 * Makes a fault: responses show an appointment with the UTC offset that its location had at the appointment's first
 * start.
 */
function frozenOffset({ apply, show }: LobbieBehaviour): Partial<LobbieBehaviour> {
  const offsets = new WeakMap<LobbieAppointment, number>()
  const offsetOf = (appointment: LobbieAppointment, { store, zones }: LobbieUpdate['server']) =>
    offsets.get(appointment) ??
    zones.offsetAt(store.locations.get(appointment.locationId)?.timeZone ?? 'UTC', appointment.start)
  return {
    apply: (before, update) => {
      const after = apply(before, update)
      offsets.set(after, offsetOf(before, update.server))
      return after
    },
    show: (appointment, server) => {
      const { start, durationMinutes } = appointment
      const offset = offsetOf(appointment, server)
      return {
        ...show(appointment, server),
        startTime: renderAtOffset(start, offset),
        endTime: renderAtOffset(addMinutes(start, durationMinutes), offset),
      }
    },
  }
}

const ERROR_PAGE = '<!DOCTYPE html><html><body><pre>SyntaxError: Unexpected token in JSON</pre></body></html>'

/** A fault: updatedAt does not change if an accepted update repeats the stored values. */
export const stampsOnlyChanges = applies<LobbieUpdate, LobbieAppointment, LobbieCheckName>((after, before) => {
  const isSameTime = !isBefore(after.start, before.start) && !isBefore(before.start, after.start)
  const isSame = (['note', 'practitionerId', 'status'] as const).every((name) => after[name] === before[name])
  return isSameTime && isSame && { updatedAt: before.updatedAt }
})

/** A fault: the check for conflicts ignores the appointments of the practitioner at other locations. */
const freeAtThisLocation = changesCheck<LobbieUpdate, LobbieAppointment, LobbieCheckName>(
  'practitioner-is-free',
  (check) => (update) => {
    const { store } = update.server
    const here = Number(update.path.locationId)
    const appointmentsOf = (id: number) => [...store.appointmentsOf(id)].filter(({ locationId }) => locationId === here)
    return check({ ...update, server: { ...update.server, store: { ...store, appointmentsOf } } })
  },
)

/** The faults of Lobbie in blind set A, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const LOBBIE_SET_A = [
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-frozen-offset': [
      'The UTC offset of an appointment is stored at booking, so a move across a clock change is shown in the wrong offset.',
      frozenOffset,
      { whySeveralFindings: 'startTime and endTime have separate invariants, and different cases show them.' },
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-double-booking-across-locations': [
      'The server looks for conflicting appointments only at the location in the path.',
      freeAtThisLocation,
    ],
    'lobbie-closed-same-status-accepted': [
      'An update that repeats the status of a closed appointment is answered with 200 and changes nothing.',
      together(
        skips(['appointment-is-open', 'status-step-is-allowed', 'practitioner-is-free'], repeatsClosedStatus),
        ({ apply }) => ({ apply: (before, update) => (repeatsClosedStatus(update) ? before : apply(before, update)) }),
      ),
    ],
  }),
  ...lobbieFaults('credentials', ['scenario_expectation'], {
    'lobbie-sibling-location-appointment': [
      'An appointment can be updated through any other location of the account.',
      together(
        skips('appointment-is-at-location'),
        changesBody((body, update) => {
          const stored = lobbieAppointmentOf(update)
          const locationId = Number(update.path.locationId)
          return stored === undefined ? body : { ...showLobbieAppointment({ ...stored, locationId }, update.server) }
        }),
      ),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-note-astral-lost-in-storage': [
      'Each character above U+FFFF of a note is stored as a question mark.',
      saves((after, update, save) =>
        save({ ...after, note: after.note.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '?') }, update),
      ),
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-updated-at-only-when-dirty': [
      'updatedAt does not change if an accepted update repeats the stored values.',
      stampsOnlyChanges,
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-note-saved-before-conflict': [
      'The note of an update that is refused with 409 is stored, unless the appointment is closed.',
      storesRefused(409, (before, update) => {
        const note = bodyField(update, 'note')
        return typeof note === 'string' && !isClosed(before.status) ? { ...before, note } : before
      }),
    ],
  }),
  ...lobbieFaults('validation', ['scenario_expectation'], {
    'lobbie-any-staff-as-practitioner': [
      'A staff member without a practitioner role is accepted as practitioner.',
      skips('practitioner-has-the-role'),
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-no-challenge-without-authorization': [
      'The 401 of a request without an Authorization header has no WWW-Authenticate.',
      answers((answer, { token }) => {
        const { 'www-authenticate': _challenge, ...headers } = answer.headers
        return answer.status === 401 && !token.present ? { ...answer, headers } : answer
      }),
    ],
  }),
  ...lobbieFaults('error-body', ['content_type_conformance', 'response_schema_conformance'], {
    'lobbie-unparsable-body-in-html': [
      'A body that cannot be parsed as JSON is refused with an HTML page.',
      answers((answer, update) =>
        answer.status === 400 && update.body.kind === 'broken' && lobbieAppointmentOf(update) !== undefined
          ? { ...answer, headers: { 'content-type': 'text/html; charset=utf-8' }, body: { verbatim: ERROR_PAGE } }
          : answer,
      ),
    ],
  }),
]
