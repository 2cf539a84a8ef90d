import type { SandboxClock } from '../time/clock.ts'
import type { Instant } from '../time/instant.ts'
import type { Zones } from '../time/zones.ts'
import { bodyField, type Update } from '../update.ts'
import type { AnivaAppointment } from './appointment.ts'
import type { ApiKey, AnivaLocation, AnivaStore } from './store.ts'

/** What requests share: the stored data, time zones and the clock. */
export interface AnivaServer {
  readonly store: AnivaStore
  readonly zones: Zones
  readonly clock: SandboxClock
}

/** One request to change one appointment. */
export interface AnivaUpdate extends Update {
  readonly server: AnivaServer
  /** The path parameter as sent. */
  readonly id: string
  readonly key: string | null
}

/** The key of the request, if it was issued. */
export function keyOf({ server, key }: AnivaUpdate): ApiKey | undefined {
  return key === null ? undefined : server.store.keys.get(key)
}

/** The appointment in the path. A UUID in upper case is the same id. */
export function anivaAppointmentOf({ server, id }: AnivaUpdate): AnivaAppointment | undefined {
  return server.store.appointments.get(id.toLowerCase())
}

/** The requested location, if the body names one that exists. */
export function requestedLocation(update: AnivaUpdate): AnivaLocation | undefined {
  const locationId = bodyField(update, 'location_id')
  return typeof locationId === 'string' ? update.server.store.locations.get(locationId.toLowerCase()) : undefined
}

/** The requested time, if the body has one that is a date-time. */
export function requestedTime(update: AnivaUpdate): Instant | undefined {
  const scheduledAt = bodyField(update, 'scheduled_at')
  return typeof scheduledAt === 'string' ? update.readTime(scheduledAt) : undefined
}
