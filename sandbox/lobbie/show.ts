import type { components } from '../../generated/lobbie/types.ts'
import { addMinutes } from '../time/instant.ts'
import { renderUtc } from '../time/zones.ts'
import type { LobbieAppointment } from './appointment.ts'
import type { LobbieServer } from './update.ts'

/** An appointment in the form that Lobbie's document describes. */
export type ShownLobbieAppointment = components['schemas']['Appointment']

/**
 * Returns an appointment as JSON. Start and end are written with the offset of the location. The end is the start plus
 * the duration.
 */
export function showLobbieAppointment(
  appointment: LobbieAppointment,
  { store, zones }: LobbieServer,
): ShownLobbieAppointment {
  const zone = store.locations.get(appointment.locationId)?.timeZone ?? 'UTC'
  const { start, durationMinutes } = appointment
  return {
    id: appointment.id,
    appointmentTypeId: appointment.appointmentTypeId,
    patientId: appointment.patientId,
    practitionerId: appointment.practitionerId,
    locationId: appointment.locationId,
    startTime: zones.render(start, zone) ?? '',
    endTime: zones.render(addMinutes(start, durationMinutes), zone) ?? '',
    durationMinutes,
    status: appointment.status,
    note: appointment.note,
    createdAt: renderUtc(appointment.createdAt),
    updatedAt: renderUtc(appointment.updatedAt),
  }
}
