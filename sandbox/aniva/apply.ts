import type { AnivaAppointment } from './appointment.ts'
import { type AnivaUpdate, requestedLocation, requestedTime } from './update.ts'

/** Changes only the sent fields; a new location alone keeps the instant. `updated_at` always moves forward. */
export function applyAnivaUpdate(before: AnivaAppointment, update: AnivaUpdate): AnivaAppointment {
  return {
    ...before,
    scheduledAt: requestedTime(update) ?? before.scheduledAt,
    locationId: requestedLocation(update)?.id ?? before.locationId,
    updatedAt: Math.max(update.now, (before.updatedAt ?? before.createdAt) + 1),
  }
}
