import type { SandboxClock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import type { LobbieAppointment } from './appointment.ts'
import type { Account, LobbieLocation, LobbieStore } from './store.ts'
import type { TokenFacts } from './tokens/tokens.ts'
import type { Instant } from '../time/instant.ts'
import { bodyField, type Update } from '../update.ts'

/** The stored data, the time zones and the clock that all requests to one server share. */
export interface LobbieServer {
  readonly store: LobbieStore
  readonly zones: Zones
  readonly clock: SandboxClock
}

/** One request to change one appointment. */
export interface LobbieUpdate extends Update {
  readonly server: LobbieServer
  readonly path: { readonly accountId: string; readonly locationId: string; readonly appointmentId: string }
  readonly token: TokenFacts
}

/** Returns the account whose id is in the path. */
export function accountOf({ server, path }: LobbieUpdate): Account | undefined {
  return server.store.accounts.get(Number(path.accountId))
}

/** Returns the location whose id is in the path, even if it belongs to another account. */
export function locationOf({ server, path }: LobbieUpdate): LobbieLocation | undefined {
  return server.store.locations.get(Number(path.locationId))
}

/** Returns the appointment whose id is in the path, even if it is at another location. */
export function lobbieAppointmentOf({ server, path }: LobbieUpdate): LobbieAppointment | undefined {
  return server.store.appointments.get(Number(path.appointmentId))
}

/** Returns the start that the body requests. Returns undefined if the body has no valid start. */
export function requestedStart(update: LobbieUpdate): Instant | undefined {
  const startTime = bodyField(update, 'startTime')
  return typeof startTime === 'string' ? update.readTime(startTime) : undefined
}
