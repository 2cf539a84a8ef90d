import type { AnivaAppointment } from './appointment.ts'

/** An API key and its access context. */
export interface ApiKey {
  readonly value: string
  /** The group whose appointments and locations it may see. */
  readonly group: string
  /** False once it was revoked. */
  readonly active: boolean
  /** Whether it may update appointments at all. */
  readonly mayUpdate: boolean
}

export interface AnivaLocation {
  readonly id: string
  readonly group: string
  readonly active: boolean
  /** IANA name, or null, and then times are shown in UTC. */
  readonly timezone: string | null
}

/** The data of one Aniva server. */
export interface AnivaStore {
  readonly keys: Map<string, ApiKey>
  readonly locations: Map<string, AnivaLocation>
  readonly appointments: Map<string, AnivaAppointment>
}

/** An empty store. */
export function createAnivaStore(): AnivaStore {
  return { keys: new Map(), locations: new Map(), appointments: new Map() }
}
