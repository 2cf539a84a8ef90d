import type { Refusal } from '../behaviour.ts'
import { isJsonObject, type JsonText } from '../json-text.ts'
import type { Clock } from '../time/clock.ts'
import type { Instant } from '../time/instant.ts'
import type { Zones } from '../time/zones.ts'
import type { Appointment } from './appointment.ts'
import type { ApiKey, Location, Store } from './store.ts'

/** What does not depend on the request. */
export interface AnivaWorld {
  readonly store: Store
  readonly zones: Zones
  readonly clock: Clock
}

/** One request to change one appointment. */
export interface AnivaUpdate {
  readonly world: AnivaWorld
  /** The path parameter as it came. */
  readonly id: string
  readonly key: string | null
  readonly contentType: string | null
  readonly body: JsonText
  /** When it is looked at, in milliseconds since 1970 UTC. */
  readonly now: number
  readonly readTime: (text: string) => Instant | undefined
}

/** Who asks, if the key is known. */
export function keyOf({ world, key }: AnivaUpdate): ApiKey | undefined {
  return key === null ? undefined : world.store.keys.get(key)
}

/** The appointment in the path. A UUID in upper case is the same id. */
export function appointmentOf({ world, id }: AnivaUpdate): Appointment | undefined {
  return world.store.appointments.get(id.toLowerCase())
}

/** The location that is asked for, if one is and it exists. */
export function requestedLocation(update: AnivaUpdate): Location | undefined {
  const locationId = fieldOf(update, 'location_id')
  return typeof locationId === 'string' ? update.world.store.locations.get(locationId.toLowerCase()) : undefined
}

/** The time that is asked for, if one is and it can be read. */
export function requestedTime(update: AnivaUpdate): Instant | undefined {
  const scheduledAt = fieldOf(update, 'scheduled_at')
  return typeof scheduledAt === 'string' ? update.readTime(scheduledAt) : undefined
}

/** One field of the body; undefined when it is not sent. */
export function fieldOf({ body }: AnivaUpdate, name: string): unknown {
  const fields = fieldsOf(body)
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** The body as an object, if it is one. */
export function fieldsOf(body: JsonText): Readonly<Record<string, unknown>> | undefined {
  return body.kind === 'value' && isJsonObject(body.value) ? body.value : undefined
}

export function refuse(status: number, message: string): Refusal {
  return { status, message }
}
