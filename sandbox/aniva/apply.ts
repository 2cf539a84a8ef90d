import type { AnivaAppointment } from './appointment.ts'
import { type AnivaUpdate, requestedLocation, requestedTime } from './update.ts'

/**
 * Returns a copy of the appointment in which only the sent fields are changed. A new location does not change the
 * instant. `updated_at` becomes later than before.
 */
export function applyAnivaUpdate(before: AnivaAppointment, update: AnivaUpdate): AnivaAppointment {
  return {
    ...before,
    scheduledAt: requestedTime(update) ?? before.scheduledAt,
    locationId: requestedLocation(update)?.id ?? before.locationId,
    updatedAt: Math.max(update.now, (before.updatedAt ?? before.createdAt) + 1),
  }
}
