import type { Instant } from '../time/instant.ts'

/** The seven statuses of an appointment. */
export const APPOINTMENT_STATUSES = [
  'SCHEDULED',
  'CONFIRMED',
  'CHECKED_IN',
  'IN_TREATMENT',
  'CHECKED_OUT',
  'CANCELLED',
  'NO_SHOW',
] as const

export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** A stored appointment. It is never changed; an update stores a new object instead. */
export interface LobbieAppointment {
  readonly id: number
  readonly locationId: number
  readonly practitionerId: number
  readonly patientId: number
  readonly appointmentTypeId: number
  readonly start: Instant
  readonly durationMinutes: number
  readonly status: AppointmentStatus
  readonly note: string
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  /** Milliseconds since 1970 UTC. */
  readonly updatedAt: number
}

/** True if `value` is one of the seven statuses, in upper case. */
export function isAppointmentStatus(value: unknown): value is AppointmentStatus {
  return APPOINTMENT_STATUSES.some((status) => status === value)
}
