import { Refusal } from '../common/refusal.ts'
import type { Caller, Server } from './server.ts'
import type { Appointment, Location, Profile } from './world.ts'

/** The form of a UUID. Its version is not checked, because some ids of the vendor have no valid version. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * Checks that an id has the form of a UUID. Returns the id in lower case if the server ignores upper and lower case in
 * ids.
 */
export function readId(value: unknown, name: string, { settings }: Server): string {
  if (typeof value !== 'string' || !uuid.test(value)) throw new Refusal(400, `${name} must be a UUID`)
  return settings['id-case'] === 'insensitive' ? value.toLowerCase() : value
}

/**
 * Returns the profile with this id. Throws a refusal if the profile does not exist, or if the caller has no access to
 * the profile.
 */
export function findProfile(id: string, caller: Caller, { world }: Server): Profile {
  const found = world.profiles.find(({ json }) => json.id === id)
  if (found === undefined) throw new Refusal(404, 'Profile not found')
  if (found.partner !== caller.partner) throw new Refusal(403, 'Forbidden')
  return found
}

/**
 * Returns the appointment with this id. Throws a refusal if the appointment does not exist, or if the caller has no
 * access to the appointment.
 */
export function findAppointment(id: string, caller: Caller, { settings, world }: Server): Appointment {
  const found = world.appointments.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(404, 'Appointment not found')
  const profile = world.profiles.find(({ json }) => json.id === found.profileId)
  if (profile?.partner === caller.partner) return found
  throw new Refusal(Number(settings['foreign-appointment']), 'Appointment not found')
}

/**
 * Returns the location with this id. Throws a refusal if the location does not exist, is not active, or belongs to
 * another partner.
 */
export function findLocation(id: string, caller: Caller, { settings, world }: Server): Location {
  const found = world.locations.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(404, 'Location not found')
  if (found.partner !== caller.partner) throw new Refusal(Number(settings['foreign-location']), 'Location not found')
  if (found.active) return found
  const status = settings['inactive-location'] === '400' ? settings['validation-status'] : '404'
  throw new Refusal(Number(status), 'Location is not active')
}
