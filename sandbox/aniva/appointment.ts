import type { Instant } from '../time/instant.ts'

/** A stored appointment. An update replaces the whole object. */
export interface AnivaAppointment {
  /** Lower case, as all ids here. */
  readonly id: string
  /** The group whose access context it is in. */
  readonly group: string
  readonly profile: Profile
  /** Null for a home kit. */
  readonly locationId: string | null
  readonly scheduledAt: Instant | null
  readonly status: 'pending' | 'confirmed' | 'blood_drawn' | 'cancelled'
  readonly testMethod: 'practitioner' | 'home' | null
  /** Milliseconds since 1970 UTC, as all times here but `scheduledAt`. */
  readonly createdAt: number
  /** Null until the first update. */
  readonly updatedAt: number | null
  readonly panels: readonly PanelAttachment[]
  readonly shipments: readonly ShipmentLink[]
}

export interface PanelAttachment {
  readonly panelId: string
  readonly addedAt: number
  /** A cancelled attachment stays stored and is not shown. */
  readonly cancelled: boolean
}

/** The id is a reference such as `P2604154821`, no UUID. */
export interface ShipmentLink {
  readonly id: string
  readonly addedAt: number
}

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
