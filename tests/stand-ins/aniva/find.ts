import { Refusal } from '../common/refusal.ts'
import type { Caller, Server } from './server.ts'
import type { Appointment, Location, Profile } from './world.ts'

/** The form of a UUID, whatever its version: the vendor's own ids do not all have a valid one. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Checks the form of an id and returns it in the case of stored ids. */
export function readId(value: unknown, name: string, { settings }: Server): string {
  if (typeof value !== 'string' || !uuid.test(value)) throw new Refusal(400, `${name} must be a UUID`)
  return settings['id-case'] === 'insensitive' ? value.toLowerCase() : value
}

/** The profile of an id, or a refusal. */
export function findProfile(id: string, caller: Caller, { world }: Server): Profile {
  const found = world.profiles.find(({ json }) => json.id === id)
  if (found === undefined) throw new Refusal(404, 'Profile not found')
  if (found.partner !== caller.partner) throw new Refusal(403, 'Forbidden')
  return found
}

/** The appointment of an id, or a refusal. */
export function findAppointment(id: string, caller: Caller, { settings, world }: Server): Appointment {
  const found = world.appointments.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(404, 'Appointment not found')
  const profile = world.profiles.find(({ json }) => json.id === found.profileId)
  if (profile?.partner === caller.partner) return found
  throw new Refusal(Number(settings['foreign-appointment']), 'Appointment not found')
}

/** The location of an id, or a refusal. */
export function findLocation(id: string, caller: Caller, { settings, world }: Server): Location {
  const found = world.locations.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(404, 'Location not found')
  if (found.partner !== caller.partner) throw new Refusal(Number(settings['foreign-location']), 'Location not found')
  if (found.active) return found
  const status = settings['inactive-location'] === '400' ? settings['validation-status'] : '404'
  throw new Refusal(Number(status), 'Location is not active')
}
