import type { LobbieAppointment } from './appointment.ts'
import { isAppointmentStatus } from './appointment.ts'
import { bodyField } from '../update.ts'
import { type LobbieUpdate, requestedStart } from './update.ts'

/**
 * Returns a copy of the appointment in which only the sent fields are changed. `updatedAt` becomes at least one
 * millisecond later.
 */
export function applyLobbieUpdate(before: LobbieAppointment, update: LobbieUpdate): LobbieAppointment {
  const note = bodyField(update, 'note')
  const practitionerId = bodyField(update, 'practitionerId')
  const status = bodyField(update, 'status')
  return {
    ...before,
    note: typeof note === 'string' ? note : before.note,
    practitionerId: typeof practitionerId === 'number' ? practitionerId : before.practitionerId,
    start: requestedStart(update) ?? before.start,
    status: isAppointmentStatus(status) ? status : before.status,
    updatedAt: Math.max(update.now, before.updatedAt + 1),
  }
}
