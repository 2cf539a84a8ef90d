import { type Incoming, json, type Reply } from '../common/http.ts'
import { readObject } from '../common/read-object.ts'
import { Refusal } from '../common/refusal.ts'
import { checkChange } from './check-change.ts'
import { type Change, readChange } from './read-change.ts'
import type { Server } from './server.ts'
import { viewUpdated } from './view.ts'
import { type Appointment, locationOf, type World } from './world.ts'

/** The ids in the path of an "Update appointment" request. */
export interface Place {
  readonly accountId: number
  readonly locationId: number
  readonly appointmentId: number
}

const etagOf = ({ id, version }: Appointment): string => `"${id}-${version}"`

/** Returns the appointment that the path names. Throws a refusal if the appointment does not exist. */
export function findAppointment({ accountId, locationId, appointmentId }: Place, { settings, world }: Server) {
  const found = world.appointments.find(({ id }) => id === appointmentId)
  if (found !== undefined && settings['foreign-appointment-changed'] === 'on') return found
  if (found?.accountId !== accountId) throw new Refusal(404, 'there is no such appointment')
  if (found.locationId !== locationId)
    throw new Refusal(Number(settings['wrong-location']), 'there is no such appointment at the location')
  return found
}

/** Returns the headers of a response that contains one appointment. */
export const headersOf = (appointment: Appointment, { settings }: Server): Record<string, string> =>
  settings.etag === 'checked' ? { etag: etagOf(appointment) } : {}

/** Answers "Update appointment" for an authorized client. */
export function update(incoming: Incoming, place: Place, server: Server): Reply {
  const { settings, world } = server
  const readBody = (): Record<string, unknown> => readObject(incoming, Number(settings['wrong-media-type']))
  let body: Record<string, unknown> | undefined
  if (settings['refusal-order'] === 'body-first') {
    body = readBody()
    const { problem } = readChange(body, 'UTC', settings)
    if (problem !== undefined && settings['refused-update-stored'] === 'off') throw problem
  }
  const appointment = findAppointment(place, server)
  body ??= readBody()
  const zone = locationOf(world, appointment).timeZone
  const { change, problem } = readChange(body, zone, settings)
  try {
    if (problem !== undefined) throw problem
    checkIfMatch(incoming, appointment, server)
    checkChange(change, appointment, server)
  } catch (error) {
    if (settings['refused-update-stored'] === 'on') apply(change, appointment, server)
    throw error
  }
  const stored = settings['update-not-stored'] === 'on' ? { ...appointment } : appointment
  apply(change, stored, server)
  if (settings['other-appointment-changed'] === 'on') changeNextOfPatient(change, stored, world)
  return json(200, viewUpdated(stored, zone, settings), headersOf(stored, server))
}

function checkIfMatch({ headers }: Incoming, appointment: Appointment, { settings }: Server): void {
  const wanted = headers['if-match']
  if (settings.etag !== 'checked' || wanted === undefined || wanted === '*') return
  if (!wanted.split(/\s*,\s*/).includes(etagOf(appointment)))
    throw new Refusal(412, 'the appointment was changed since it was read')
}

function assign(change: Change, appointment: Appointment): void {
  if ('note' in change) appointment.note = change.note
  if (change.practitionerId !== undefined) appointment.practitionerId = change.practitionerId
  if (change.status !== undefined) appointment.status = change.status
  if (change.startTime === undefined) return
  appointment.startTime = change.startTime.instant
  appointment.sentOffset = change.startTime.offset
}

const valuesOf = ({ note, practitionerId, startTime, status }: Appointment): string =>
  JSON.stringify([note, practitionerId, startTime, status])

function apply(change: Change, appointment: Appointment, { settings, effects, now }: Server): void {
  const before = valuesOf(appointment)
  assign(change, appointment)
  if (settings['note-reset'] === 'on' && !('note' in change)) appointment.note = undefined
  const changed = before !== valuesOf(appointment)
  if (changed || settings['no-op-update'] === 'moves') {
    appointment.updatedAt = now()
    appointment.version += 1
  }
  if (changed && settings.notification === 'on-change') effects.push(`notified patient ${appointment.patientId}`)
}

/**
 * Also applies the change to the next appointment of the same patient. This is a defect: the server updates by patient
 * instead of by appointment id.
 */
function changeNextOfPatient(
  change: Change,
  { id, patientId, locationId }: Appointment,
  { appointments }: World,
): void {
  const others = appointments.filter(
    (other) => other.patientId === patientId && other.locationId === locationId && other.status === 'SCHEDULED',
  )
  const next = others.find((other) => other.id > id) ?? others.find((other) => other.id !== id)
  if (next !== undefined) assign(change, next)
}
