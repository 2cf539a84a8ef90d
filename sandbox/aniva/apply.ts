import type { AnivaAppointment } from './appointment.ts'
import { type AnivaUpdate, requestedLocation, requestedTime } from './update.ts'

/**
 * Returns the appointment with only the sent fields changed; a new location keeps the instant. `updated_at` increases.
 */
export function applyAnivaUpdate(before: AnivaAppointment, update: AnivaUpdate): AnivaAppointment {
  return {
    ...before,
    scheduledAt: requestedTime(update) ?? before.scheduledAt,
    locationId: requestedLocation(update)?.id ?? before.locationId,
    updatedAt: Math.max(update.now, (before.updatedAt ?? before.createdAt) + 1),
  }
}
