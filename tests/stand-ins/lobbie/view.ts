import { render, renderIn, renderStamp } from '../common/zone.ts'
import type { LobbieSettings } from './switches.ts'
import type { Appointment } from './world.ts'

/** An appointment in JSON. */
export type AppointmentView = Readonly<Record<string, string | number | null>>

function viewTime(instant: number, { sentOffset }: Appointment, zone: string, settings?: LobbieSettings): string {
  if (settings?.['returned-offset'] === 'utc') return render(instant, 'Z')
  if (settings?.['returned-offset'] === 'as-sent' && sentOffset !== undefined) return render(instant, sentOffset)
  return renderIn(instant, zone)
}

function viewNote(note: string | undefined, settings?: LobbieSettings): AppointmentView {
  if (note !== undefined) return { note }
  const unset = settings?.['unset-fields'] ?? 'omitted'
  return unset === 'omitted' ? {} : { note: unset === 'null' ? null : '' }
}

function viewPractitioner({ practitionerId }: Appointment, settings?: LobbieSettings): AppointmentView {
  if (practitionerId !== undefined) return { practitionerId }
  return settings?.['unset-practitioner'] === 'null' ? { practitionerId: null } : {}
}

function viewUpdatedAt({ updatedAt, createdAt }: Appointment, settings?: LobbieSettings): AppointmentView {
  if (updatedAt !== undefined) return { updatedAt: renderStamp(updatedAt) }
  const never = settings?.['never-updated'] ?? 'created-at'
  return never === 'omitted' ? {} : { updatedAt: never === 'null' ? null : renderStamp(createdAt) }
}

/**
 * Returns an appointment in the form of the API, with its twelve fields. Without `settings`, every setting has its
 * default.
 */
export function viewAppointment(appointment: Appointment, zone: string, settings?: LobbieSettings): AppointmentView {
  const { startTime, durationMinutes } = appointment
  return {
    id: appointment.id,
    appointmentTypeId: appointment.appointmentTypeId,
    patientId: appointment.patientId,
    ...viewPractitioner(appointment, settings),
    locationId: appointment.locationId,
    startTime: viewTime(startTime, appointment, zone, settings),
    endTime: viewTime(startTime + durationMinutes * 60_000, appointment, zone, settings),
    durationMinutes,
    status: appointment.status,
    ...viewNote(appointment.note, settings),
    createdAt: renderStamp(appointment.createdAt),
    ...viewUpdatedAt(appointment, settings),
    ...(settings?.['extra-response-fields'] === 'present' ? { formCount: 0, telehealth: 'NONE' } : {}),
  }
}

/** Returns the body of the response to an update. */
export function viewUpdated(appointment: Appointment, zone: string, settings: LobbieSettings): AppointmentView {
  const view = viewAppointment(appointment, zone, settings)
  const id = settings['wrong-id-returned'] === 'on' ? appointment.patientId : appointment.id
  return settings['response-fields'] === 'all' ? { ...view, id } : { id, status: appointment.status }
}
