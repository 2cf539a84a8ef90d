import type { Appointment } from './appointment.ts'
import { isAppointmentStatus } from './appointment.ts'
import { fieldOf } from '../update.ts'
import { type LobbieUpdate, requestedStart } from './update.ts'

/** Only what is sent changes; `updatedAt` always moves forward, by a millisecond if the clock has not moved. */
export function applyUpdate(before: Appointment, update: LobbieUpdate): Appointment {
  const note = fieldOf(update, 'note')
  const practitionerId = fieldOf(update, 'practitionerId')
  const status = fieldOf(update, 'status')
  return {
    ...before,
    note: typeof note === 'string' ? note : before.note,
    practitionerId: typeof practitionerId === 'number' ? practitionerId : before.practitionerId,
    start: requestedStart(update) ?? before.start,
    status: isAppointmentStatus(status) ? status : before.status,
    updatedAt: Math.max(update.now, before.updatedAt + 1),
  }
}
