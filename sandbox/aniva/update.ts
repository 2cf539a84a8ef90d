import type { SandboxClock } from '../time/clock.ts'
import type { Instant } from '../time/instant.ts'
import type { Zones } from '../time/zones.ts'
import { bodyField, type Update } from '../update.ts'
import type { AnivaAppointment } from './appointment.ts'
import type { ApiKey, AnivaLocation, AnivaStore } from './store.ts'

/** The stored data, the time zones and the clock, which all requests to one server share. */
export interface AnivaServer {
  readonly store: AnivaStore
  readonly zones: Zones
  readonly clock: SandboxClock
}

/** One request to change one appointment. */
export interface AnivaUpdate extends Update {
  readonly server: AnivaServer
  /** The id in the path, in the spelling of the request. */
  readonly id: string
  /** The id in the path in lower case, as the records have it. */
  readonly recordId: string
  readonly key: string | null
}

/** Returns the API key of the request, or undefined if the key is unknown. */
export function keyOf({ server, key }: AnivaUpdate): ApiKey | undefined {
  return key === null ? undefined : server.store.keys.get(key)
}

/** Returns the appointment whose id is in the path. The id in the path can be in upper case. */
export function anivaAppointmentOf({ server, recordId }: AnivaUpdate): AnivaAppointment | undefined {
  return server.store.appointments.get(recordId)
}

/**
 * Returns the location that the body requests. Returns undefined if the body has no location id, or an id that does not
 * exist.
 */
export function requestedLocation(update: AnivaUpdate): AnivaLocation | undefined {
  const locationId = bodyField(update, 'location_id')
  return typeof locationId === 'string' ? update.server.store.locations.get(locationId.toLowerCase()) : undefined
}

/** Returns the time that the body requests. Returns undefined if the body has no valid time. */
export function requestedTime(update: AnivaUpdate): Instant | undefined {
  const scheduledAt = bodyField(update, 'scheduled_at')
  return typeof scheduledAt === 'string' ? update.readTime(scheduledAt) : undefined
}
