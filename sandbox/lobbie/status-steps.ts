import type { AppointmentStatus } from './appointment.ts'

/** The statuses that may follow a status (decision 0001). A status that none may follow is closed. */
const STEPS: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  SCHEDULED: ['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CONFIRMED: ['CONFIRMED', 'SCHEDULED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CHECKED_IN: ['CHECKED_IN', 'IN_TREATMENT', 'CANCELLED'],
  IN_TREATMENT: ['IN_TREATMENT', 'CHECKED_OUT'],
  CHECKED_OUT: [],
  CANCELLED: [],
  NO_SHOW: [],
}

/** True if an appointment may change from one status to the other. */
export function isStepAllowed(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return STEPS[from].includes(to)
}

/** True if an appointment with that status can no longer be changed. */
export function isClosed(status: AppointmentStatus): boolean {
  return STEPS[status].length === 0
}

/** True if an appointment with that status occupies its practitioner. */
export function occupies(status: AppointmentStatus): boolean {
  return status !== 'CANCELLED' && status !== 'NO_SHOW'
}
