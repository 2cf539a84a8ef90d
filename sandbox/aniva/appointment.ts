import type { Instant } from '../time/instant.ts'

/** A stored appointment. It is never changed; an update stores a new object instead. */
export interface AnivaAppointment {
  /** UUID in lower case, like all ids in the store. */
  readonly id: string
  /** The group whose API keys have access to the appointment. */
  readonly group: string
  readonly profile: Profile
  /** Id of the location. Null for a home kit. */
  readonly locationId: string | null
  readonly scheduledAt: Instant | null
  readonly status: 'pending' | 'confirmed' | 'blood_drawn' | 'cancelled'
  readonly testMethod: 'practitioner' | 'home' | null
  /** Time of creation in milliseconds since 1970 UTC. All times in this file have this form, except `scheduledAt`. */
  readonly createdAt: number
  /** Time of the last update. Null before the first update. */
  readonly updatedAt: number | null
  readonly panels: readonly PanelAttachment[]
  readonly shipments: readonly ShipmentLink[]
}

/** A panel of laboratory tests that is attached to an appointment. */
export interface PanelAttachment {
  readonly panelId: string
  readonly addedAt: number
  /** True for a cancelled attachment. A cancelled attachment stays stored, but no response contains it. */
  readonly cancelled: boolean
}

/** A shipment that is linked to an appointment. The id is a reference such as `P2604154821`, not a UUID. */
export interface ShipmentLink {
  readonly id: string
  readonly addedAt: number
}

/** The person who has the appointment. */
export interface Profile {
  readonly id: string
  readonly handle: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly email: string | null
  readonly phone: string | null
  /** ISO/IEC 5218. */
  readonly sex: 1 | 2 | null
  readonly dateOfBirth: string | null
  /** Centimetres. */
  readonly height: number | null
  /** Kilograms. */
  readonly weight: number | null
  readonly language: 'en' | 'de' | 'fi'
  readonly createdAt: number
  readonly updatedAt: number | null
}
