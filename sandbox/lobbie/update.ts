import type { SandboxClock } from '../time/clock.ts'
import type { Zones } from '../time/zones.ts'
import type { LobbieAppointment } from './appointment.ts'
import type { Account, LobbieLocation, LobbieStore } from './store.ts'
import type { TokenFacts } from './tokens.ts'
import type { Instant } from '../time/instant.ts'
import { bodyField, type Update } from '../update.ts'

/** What requests share: the stored data, time zones and the clock. */
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

/** The account in the path. */
export function accountOf({ server, path }: LobbieUpdate): Account | undefined {
  return server.store.accounts.get(Number(path.accountId))
}

/** The location in the path, of any account. */
export function locationOf({ server, path }: LobbieUpdate): LobbieLocation | undefined {
  return server.store.locations.get(Number(path.locationId))
}

/** The appointment in the path, at any location. */
export function lobbieAppointmentOf({ server, path }: LobbieUpdate): LobbieAppointment | undefined {
  return server.store.appointments.get(Number(path.appointmentId))
}

/** The requested start, if the body has one that is a date-time. */
export function requestedStart(update: LobbieUpdate): Instant | undefined {
  const startTime = bodyField(update, 'startTime')
  return typeof startTime === 'string' ? update.readTime(startTime) : undefined
}
