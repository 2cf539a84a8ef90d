import type { AppointmentStatus } from './appointment.ts'

/** Which status may follow which (decision 0001). No status may follow a closed one. */
const STEPS: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  SCHEDULED: ['SCHEDULED', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CONFIRMED: ['CONFIRMED', 'SCHEDULED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CHECKED_IN: ['CHECKED_IN', 'IN_TREATMENT', 'CANCELLED'],
  IN_TREATMENT: ['IN_TREATMENT', 'CHECKED_OUT'],
  CHECKED_OUT: [],
  CANCELLED: [],
  NO_SHOW: [],
}

/** True when an appointment may go from one status to the other. */
export function isStepAllowed(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return STEPS[from].includes(to)
}

/** True when an appointment in that status can no longer be changed at all. */
export function isClosed(status: AppointmentStatus): boolean {
  return STEPS[status].length === 0
}

/** True when an appointment in that status occupies its practitioner. */
export function occupies(status: AppointmentStatus): boolean {
  return status !== 'CANCELLED' && status !== 'NO_SHOW'
}
