import { randomUUID } from 'node:crypto'
import { type Incoming, json, type Reply } from '../common/http.ts'
import { readObject } from '../common/read-object.ts'
import { Refusal } from '../common/refusal.ts'
import { checkTime } from './check-time.ts'
import { findAppointment, findLocation, findProfile, readId } from './find.ts'
import { panelId } from './ids.ts'
import { instantAt, invalid, readTime } from './read-change.ts'
import type { Caller, Server } from './server.ts'
import { headersOf } from './update.ts'
import { viewAppointment, viewLocation } from './view.ts'
import type { Appointment } from './world.ts'

const day = 86_400_000

/** Answers "Get Appointment". */
export function getAppointment(id: string, caller: Caller, server: Server): Reply {
  const found = findAppointment(id, caller, server)
  return json(200, viewAppointment(found, server.world, server.settings), headersOf(found, server))
}

/**
 * Answers "List Appointments". With `profile_id`, returns the appointments of this profile. Without it, returns the
 * appointments from two months ago to one month from now.
 */
export function listAppointments({ query }: Incoming, caller: Caller, server: Server): Reply {
  const { world, settings, now } = server
  const text = query.get('profile_id')
  const profileId = text === null ? undefined : readId(text, 'profile_id', server)
  if (profileId !== undefined) findProfile(profileId, caller, server)
  const partners = new Map(world.profiles.map(({ json, partner }) => [json.id, partner]))
  const isShown = (one: Appointment): boolean =>
    profileId === undefined
      ? one.scheduledAt !== null && one.scheduledAt > now() - 61 * day && one.scheduledAt < now() + 31 * day
      : one.profileId === profileId
  const shown = world.appointments.filter((one) => partners.get(one.profileId) === caller.partner && isShown(one))
  return json(
    200,
    shown.map((one) => viewAppointment(one, world, settings)),
  )
}

/** Answers "Create Appointment". */
export function createAppointment(incoming: Incoming, caller: Caller, server: Server): Reply {
  const { settings, world, now } = server
  const body = readObject(incoming, Number(settings['wrong-media-type']))
  for (const name of ['profile_id', 'location_id', 'scheduled_at'])
    if (body[name] === undefined) throw invalid(settings, `${name} is required`)
  const time = readTime(body['scheduled_at'], settings)
  const profile = findProfile(readId(body['profile_id'], 'profile_id', server), caller, server)
  const location = findLocation(readId(body['location_id'], 'location_id', server), caller, server)
  const scheduledAt = instantAt(time, location.timeZone, settings)
  checkTime(scheduledAt, location.id, undefined, server)
  const created: Appointment = {
    id: randomUUID(),
    profileId: profile.json.id,
    createdAt: now(),
    testMethod: 'practitioner',
    panels: [],
    shipments: [],
    locationId: location.id,
    scheduledAt,
    status: location.created,
    updatedAt: null,
    sentOffset: time.offset,
    version: 1,
  }
  world.appointments.push(created)
  return json(201, viewAppointment(created, world, settings), headersOf(created, server))
}

/** Answers "Cancel Appointment". */
export function cancelAppointment(id: string, caller: Caller, server: Server): Reply {
  const found = findAppointment(id, caller, server)
  if (found.status === 'cancelled' || found.status === 'blood_drawn')
    throw new Refusal(409, 'Appointment cannot be cancelled')
  found.status = 'cancelled'
  found.updatedAt = server.now()
  found.version += 1
  return json(200, viewAppointment(found, server.world, server.settings), headersOf(found, server))
}

/** Answers "Confirm Blood Draw". A confirmation cannot be undone, so it is recorded in `effects`. */
export function confirmDraw(incoming: Incoming, id: string, caller: Caller, server: Server): Reply {
  const { settings, effects, now } = server
  const found = findAppointment(id, caller, server)
  const { barcode } = readObject(incoming, Number(settings['wrong-media-type']))
  if (typeof barcode !== 'string' || !/^\d+$/.test(barcode)) throw invalid(settings, 'barcode must have digits only')
  effects.push(`confirmed the blood draw of ${id}`)
  const locked = found.status === 'cancelled' || found.status === 'blood_drawn'
  if (locked && settings['confirm-locked'] === '409') throw new Refusal(409, 'Appointment cannot be confirmed')
  found.status = 'blood_drawn'
  found.updatedAt = now()
  found.version += 1
  return json(200, { success: true })
}

/** Answers "List Locations". Returns the active locations that the key may use. */
export const listLocations = (caller: Caller, { world }: Server): Reply =>
  json(200, world.locations.filter(({ partner, active }) => active && partner === caller.partner).map(viewLocation))

/** Answers "List Panels". Its fields are invented, because the vendor's documentation does not show them. */
export function listPanels({ settings }: Server): Reply {
  if (settings['panels-list'] === 'absent') throw new Refusal(404, 'Not found')
  return json(200, [{ id: panelId, name: 'Basic panel', is_custom: false }])
}
