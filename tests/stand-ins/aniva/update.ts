import { type Incoming, json, type Reply } from '../common/http.ts'
import { readObject } from '../common/read-object.ts'
import { Refusal } from '../common/refusal.ts'
import { instantIn, offsetAt } from '../common/zone.ts'
import { checkTime } from './check-time.ts'
import { findAppointment, findLocation } from './find.ts'
import { type Change, instantAt, invalid, readChange } from './read-change.ts'
import type { Caller, Server } from './server.ts'
import { viewUpdated } from './view.ts'
import { type Appointment, zoneOf } from './world.ts'

/** Returns the headers of a response that contains one appointment. */
export const headersOf = ({ id, version }: Appointment, { settings }: Server): Record<string, string> =>
  settings.etag === 'checked' ? { etag: `"${id}-${version}"` } : {}

const isOpen = ({ status }: Appointment): boolean => status === 'pending' || status === 'confirmed'

/** Answers "Update Appointment" for an authenticated caller. */
export function update(incoming: Incoming, id: string, caller: Caller, server: Server): Reply {
  const { settings, world } = server
  const readBody = () => readChange(readObject(incoming, Number(settings['wrong-media-type'])), server)
  let read: ReturnType<typeof readChange> | undefined
  if (settings['refusal-order'] === 'body-first') {
    read = readBody()
    if (read.problem !== undefined && settings['refused-update-stored'] === 'off') throw read.problem
  }
  const appointment = findAppointment(id, caller, server)
  if (settings['refusal-order'] === 'state-first' && settings['refused-update-stored'] === 'off')
    checkOpen(appointment, server)
  read ??= readBody()
  const { change, problem } = read
  try {
    if (problem !== undefined) throw problem
    checkIfMatch(incoming, appointment, server)
    checkOpen(appointment, server)
    checkChange(change, appointment, caller, server)
  } catch (error) {
    if (settings['refused-update-stored'] === 'on') apply(change, appointment, server)
    throw error
  }
  const stored = settings['update-not-stored'] === 'on' ? { ...appointment } : appointment
  apply(change, stored, server)
  if (settings['other-appointment-changed'] === 'on')
    for (const other of world.appointments)
      if (other.profileId === stored.profileId && other.id !== stored.id && isOpen(other)) assign(change, other, server)
  return json(200, viewUpdated(stored, world, settings), headersOf(stored, server))
}

function checkOpen(appointment: Appointment, { settings }: Server): void {
  if (!isOpen(appointment) && settings['locked-appointment-changed'] === 'off')
    throw new Refusal(409, 'Appointment cannot be modified')
}

function checkIfMatch({ headers }: Incoming, appointment: Appointment, server: Server): void {
  const wanted = headers['if-match']
  if (server.settings.etag !== 'checked' || wanted === undefined || wanted === '*') return
  if (!wanted.split(/\s*,\s*/).includes(headersOf(appointment, server)['etag'] ?? ''))
    throw new Refusal(412, 'the appointment was changed since it was read')
}

function checkChange({ scheduledAt, locationId }: Change, appointment: Appointment, caller: Caller, server: Server) {
  const { settings, world } = server
  if (typeof locationId === 'string') {
    findLocation(locationId, caller, server)
    if (appointment.testMethod === 'home' && settings['location-for-home'] !== 'accepted')
      throw settings['location-for-home'] === '409'
        ? new Refusal(409, 'the test is done at home')
        : invalid(settings, 'the test is done at home')
  }
  const place = locationId === undefined ? appointment.locationId : locationId
  if (scheduledAt !== undefined && scheduledAt !== null)
    checkTime(instantAt(scheduledAt, zoneOf(world, place), settings), place, appointment.id, server)
}

function assign({ scheduledAt, locationId }: Change, appointment: Appointment, { settings, world }: Server): void {
  const before = zoneOf(world, appointment.locationId)
  if (locationId !== undefined) appointment.locationId = locationId
  else if (settings['location-reset'] === 'on') appointment.locationId = null
  const after = zoneOf(world, appointment.locationId)
  if (scheduledAt === null) appointment.scheduledAt = null
  else if (scheduledAt !== undefined) {
    appointment.scheduledAt = instantAt(scheduledAt, after, settings)
    appointment.sentOffset = scheduledAt.offset
  } else if (settings['only-location'] === 'keeps-wall-clock' && before !== null && after !== null) {
    const kept = appointment.scheduledAt
    if (kept !== null) appointment.scheduledAt = instantIn(kept + offsetAt(kept, before) * 60_000, after)
  }
}

function apply(change: Change, appointment: Appointment, server: Server): void {
  const { settings, now } = server
  const { scheduledAt, locationId } = appointment
  assign(change, appointment, server)
  const moved = appointment.scheduledAt !== scheduledAt
  if (moved && settings['reschedule-status'] === 'pending' && appointment.status === 'confirmed')
    appointment.status = 'pending'
  if (!moved && appointment.locationId === locationId && settings['no-op-update'] === 'keeps') return
  appointment.updatedAt = now()
  appointment.version += 1
}
