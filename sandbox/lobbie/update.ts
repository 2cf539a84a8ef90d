import type { Refusal } from '../behaviour.ts'
import { isJsonObject, type JsonText } from '../json-text.ts'
import type { Clock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import type { Appointment } from './appointment.ts'
import type { Account, Location, Store } from './store.ts'
import type { TokenFacts } from './tokens.ts'
import type { Instant } from '../time/instant.ts'

/** What does not depend on the request. */
export interface LobbieWorld {
  readonly store: Store
  readonly zones: Zones
  readonly clock: Clock
}

/** One request to change one appointment. */
export interface LobbieUpdate {
  readonly world: LobbieWorld
  readonly path: { readonly accountId: string; readonly locationId: string; readonly appointmentId: string }
  readonly token: TokenFacts
  readonly contentType: string | null
  readonly body: JsonText
  /** When it is looked at, in milliseconds since 1970 UTC. */
  readonly now: number
  /** How a date-time is read. */
  readonly readTime: (text: string) => Instant | undefined
}

/** The account in the path. */
export function accountOf({ world, path }: LobbieUpdate): Account | undefined {
  return world.store.accounts.get(Number(path.accountId))
}

/** The location in the path, wherever it belongs. */
export function locationOf({ world, path }: LobbieUpdate): Location | undefined {
  return world.store.locations.get(Number(path.locationId))
}

/** The appointment in the path, wherever it takes place. */
export function appointmentOf({ world, path }: LobbieUpdate): Appointment | undefined {
  return world.store.appointments.get(Number(path.appointmentId))
}

/** One field of the body; undefined when it is not sent. */
export function fieldOf({ body }: LobbieUpdate, name: string): unknown {
  const fields = fieldsOf(body)
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** The body as an object, if it is one. */
export function fieldsOf(body: JsonText): Readonly<Record<string, unknown>> | undefined {
  return body.kind === 'value' && isJsonObject(body.value) ? body.value : undefined
}

/** The start that is asked for, if one is and it can be read. */
export function requestedStart(update: LobbieUpdate): Instant | undefined {
  const startTime = fieldOf(update, 'startTime')
  return typeof startTime === 'string' ? update.readTime(startTime) : undefined
}

export function refuse(status: number, message: string): Refusal {
  return { status, message }
}
