import type { RequestCheck } from '../../behaviour.ts'
import { addMinutes, isBefore } from '../../time/instant.ts'
import { isAppointmentStatus, type LobbieAppointment } from '../appointment.ts'
import { applyLobbieUpdate } from '../apply.ts'
import { isClosed, isStepAllowed, occupies } from '../status-steps.ts'
import { bodyField, refuse } from '../../update.ts'
import { lobbieAppointmentOf, type LobbieUpdate } from '../update.ts'

/** Checks against stored data: the status of the appointment, and other appointments of the practitioner. */
export const lobbieConflictChecks = {
  'appointment-is-open': (update) =>
    isClosed(lobbieAppointmentOf(update)?.status ?? 'SCHEDULED')
      ? refuse(409, 'The appointment is closed and can no longer be changed.')
      : undefined,
  'status-step-is-allowed': (update) => {
    const before = lobbieAppointmentOf(update)
    const status = bodyField(update, 'status')
    return before !== undefined && isAppointmentStatus(status) && !isStepAllowed(before.status, status)
      ? refuse(409, 'The appointment cannot go from its status to that one.')
      : undefined
  },
  'practitioner-is-free': (update) => {
    const before = lobbieAppointmentOf(update)
    const after = before === undefined ? undefined : applyLobbieUpdate(before, update)
    return after !== undefined && isTaken(after, update.server.store.appointmentsOf(after.practitionerId))
      ? refuse(409, 'The practitioner is taken at that time.')
      : undefined
  },
} as const satisfies Record<string, RequestCheck<LobbieUpdate>>

function isTaken(wanted: LobbieAppointment, others: Iterable<LobbieAppointment>): boolean {
  if (!occupies(wanted.status)) return false
  for (const other of others) {
    if (other.id !== wanted.id && occupies(other.status) && overlap(wanted, other)) return true
  }
  return false
}

/** True if two appointments overlap. They do not overlap if one starts at the time at which the other ends. */
function overlap(one: LobbieAppointment, other: LobbieAppointment): boolean {
  return isBefore(one.start, endOf(other)) && isBefore(other.start, endOf(one))
}

function endOf({ start, durationMinutes }: LobbieAppointment) {
  return addMinutes(start, durationMinutes)
}
