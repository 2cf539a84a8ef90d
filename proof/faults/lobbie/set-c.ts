import { isAppointmentStatus, type LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import { isClosed, isStepAllowed, occupies } from '../../../sandbox/lobbie/status-steps.ts'
import type { LobbieCheckName } from '../../../sandbox/lobbie/checks.ts'
import { lobbieAppointmentOf, type LobbieUpdate, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { bodyField } from '../../../sandbox/update.ts'
import { lobbieFaults, readsTime, refuse, refusesAt, saves, sends, shows, skips, storesRefused } from '../changes.ts'
import { acceptsForeignLocation, challengeLessIfExpired } from './set-b.ts'

/** A fault: the server stores only the first 255 characters of a note. */
export const cutsNote = saves<LobbieUpdate, LobbieAppointment, LobbieCheckName>((after, update, save) =>
  save({ ...after, note: [...after.note].slice(0, 255).join('') }, update),
)

/** A fault: start and end are shown with the offset that the zone has on 1 January of the year of the appointment. */
const winterOffset = shows<LobbieUpdate, LobbieAppointment, LobbieCheckName>((appointment, { store, zones }) => {
  const zone = store.locations.get(appointment.locationId)?.timeZone ?? 'UTC'
  const { start, durationMinutes } = appointment
  const january = parseInstant(`${zones.render(start, zone)?.slice(0, 4)}-01-01T12:00:00Z`)
  if (january === undefined) return false
  const offset = zones.offsetAt(zone, january)
  return {
    startTime: renderAtOffset(start, offset),
    endTime: renderAtOffset(addMinutes(start, durationMinutes), offset),
  }
})

/** True unless the update sets a status in which the practitioner is free, such as `CANCELLED`. */
function needsTime(update: LobbieUpdate): boolean {
  const status = bodyField(update, 'status')
  return !isAppointmentStatus(status) || occupies(status)
}

/**
 * True if the update changes the practitioner but not the start, and the new practitioner is busy during the
 * appointment.
 */
export function isReassignedInPlace(update: LobbieUpdate): boolean {
  const practitionerId = bodyField(update, 'practitionerId')
  const isOther = practitionerId !== undefined && practitionerId !== lobbieAppointmentOf(update)?.practitionerId
  return isOther && !sends('startTime')(update) && needsTime(update)
}

/**
 * True if the update keeps the practitioner and moves the appointment by less than its duration. Old and new time then
 * overlap.
 */
function overlapsItself(update: LobbieUpdate): boolean {
  const [before, start] = [lobbieAppointmentOf(update), requestedStart(update)]
  if (before === undefined || start === undefined || !needsTime(update)) return false
  const practitionerId = bodyField(update, 'practitionerId') ?? before.practitionerId
  const seconds = Math.abs(start.seconds - before.start.seconds)
  const isSame = seconds === 0 && start.fraction === before.start.fraction
  return practitionerId === before.practitionerId && !isSame && seconds < before.durationMinutes * 60
}

/** A fault: the server refuses to move an appointment by less than its duration, as if it conflicted with itself. */
export const refusesMoveWithinItself = refusesAt<LobbieUpdate, LobbieAppointment, LobbieCheckName>(
  'practitioner-is-free',
  overlapsItself,
  refuse(409, 'The practitioner has another appointment at that time'),
)

/** True if the appointment is not closed and the requested change of its status is allowed. */
function isStatusFine(before: LobbieAppointment, update: LobbieUpdate): boolean {
  const status = bodyField(update, 'status')
  return !isClosed(before.status) && (!isAppointmentStatus(status) || isStepAllowed(before.status, status))
}

/** The faults of Lobbie in blind set C, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const LOBBIE_SET_C = [
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-standard-offset-all-year': [
      'Times in summer are shown with the winter offset of the location.',
      winterOffset,
      { whySeveralFindings: 'startTime and endTime have separate invariants, and different cases show them.' },
    ],
  }),
  ...lobbieFaults('time', ['instant_preserved'], {
    'lobbie-negative-half-hour-offset': [
      'The minutes of a negative offset are read as positive, so the instant is too early.',
      readsTime((text, read) => {
        const instant = read(text)
        const minutes = Number(/-\d\d:(\d\d)$/.exec(text)?.[1] ?? 0)
        return instant && { ...instant, seconds: instant.seconds - 2 * minutes * 60 }
      }),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-reassign-skips-conflict-check': [
      'A reassignment without a new time is accepted although the new practitioner is busy.',
      skips('practitioner-is-free', isReassignedInPlace),
    ],
    'lobbie-overlaps-with-itself': [
      'A move by less than the duration is refused because of the old time of the same appointment.',
      refusesMoveWithinItself,
    ],
    'lobbie-transition-unchecked-with-new-time': [
      'A change of status that is not allowed is accepted together with a new time.',
      skips('status-step-is-allowed', sends('startTime')),
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-note-kept-after-conflict': [
      'The note of an update that is refused because of a taken time is stored.',
      storesRefused(409, (before, update) => {
        const note = bodyField(update, 'note')
        return typeof note === 'string' && isStatusFine(before, update) ? { ...before, note } : before
      }),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-note-truncated-on-store': ['Only the first 255 characters of a note are stored.', cutsNote],
  }),
  ...lobbieFaults('credentials', ['scenario_expectation'], {
    'lobbie-location-of-another-account': [
      'A location of another account is accepted under a granted account.',
      acceptsForeignLocation,
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-expired-token-without-challenge-c': [
      'The refusal of an expired token has no WWW-Authenticate.',
      challengeLessIfExpired,
    ],
  }),
]
