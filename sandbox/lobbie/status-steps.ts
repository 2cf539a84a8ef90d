import type { AppointmentStatus } from './appointment.ts'

/**
 * For each status, the statuses to which a change is allowed (decision 0001). If the list is empty, the appointment is
 * closed.
 */
const STEPS: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  SCHEDULED: ['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CONFIRMED: ['CONFIRMED', 'SCHEDULED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CHECKED_IN: ['CHECKED_IN', 'IN_TREATMENT', 'CANCELLED'],
  IN_TREATMENT: ['IN_TREATMENT', 'CHECKED_OUT'],
  CHECKED_OUT: [],
  CANCELLED: [],
  NO_SHOW: [],
}

/** True if the status of an appointment is allowed to change from `from` to `to`. */
export function isStepAllowed(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return STEPS[from].includes(to)
}

/** True if an appointment with the given status can no longer be changed. */
export function isClosed(status: AppointmentStatus): boolean {
  return STEPS[status].length === 0
}

/** True if the practitioner of an appointment with the given status is busy during the appointment. */
export function occupies(status: AppointmentStatus): boolean {
  return status !== 'CANCELLED' && status !== 'NO_SHOW'
}
