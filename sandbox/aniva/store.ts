import type { AnivaAppointment } from './appointment.ts'

/** An API key and the group to whose data it gives access. */
export interface ApiKey {
  readonly value: string
  /** A group of patients. The key gives access to the appointments and locations of this group. */
  readonly group: string
  /** False after the key was revoked. */
  readonly active: boolean
  /** True if the key may update appointments. */
  readonly mayUpdate: boolean
}

/** A location where blood is drawn. */
export interface AnivaLocation {
  readonly id: string
  readonly group: string
  readonly active: boolean
  /** IANA name. Null if times at the location are returned in UTC. */
  readonly timezone: string | null
}

/** The data of one Aniva server. */
export interface AnivaStore {
  readonly keys: Map<string, ApiKey>
  readonly locations: Map<string, AnivaLocation>
  readonly appointments: Map<string, AnivaAppointment>
}

/** Creates an empty store. */
export function createAnivaStore(): AnivaStore {
  return { keys: new Map(), locations: new Map(), appointments: new Map() }
}
