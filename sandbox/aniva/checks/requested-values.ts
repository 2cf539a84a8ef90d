import type { RequestCheck } from '../../behaviour.ts'
import { fromMilliseconds, isBefore } from '../../time/instant.ts'
import { bodyField, refuse } from '../../update.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf, requestedLocation, requestedTime } from '../update.ts'
import { applyAnivaUpdate } from '../apply.ts'
import { zoneOf } from '../show.ts'

/**
 * Checks of the requested values. The time must be in the future. The location must be active, and the key must give
 * access to the location.
 */
export const requestedValueChecks = {
  'scheduled-at-is-ahead': (update) => {
    const time = requestedTime(update)
    return time !== undefined && !isBefore(fromMilliseconds(update.now), time)
      ? refuse(400, 'scheduled_at must be in the future.')
      : undefined
  },
  'location-exists': (update) =>
    typeof bodyField(update, 'location_id') === 'string' && requestedLocation(update) === undefined
      ? refuse(404, 'There is no such location.')
      : undefined,
  'location-is-in-context': (update) => {
    const group = keyOf(update)?.group
    const location = requestedLocation(update)
    return location !== undefined && group !== undefined && location.group !== group
      ? refuse(403, 'Forbidden')
      : undefined
  },
  'location-is-active': (update) =>
    requestedLocation(update)?.active === false ? refuse(400, 'That location is not active.') : undefined,
  'home-kit-takes-no-location': (update) =>
    bodyField(update, 'location_id') !== undefined && anivaAppointmentOf(update)?.testMethod === 'home'
      ? refuse(400, 'A home kit appointment has no location.')
      : undefined,
  'scheduled-at-has-four-digit-year': (update) =>
    isTimeShowable(update) ? undefined : refuse(400, 'scheduled_at must be in the years 0000 to 9999 at the location.'),
} as const satisfies Record<string, RequestCheck<AnivaUpdate>>

/**
 * True if the requested time can be written with the offset of the location. RFC 3339 allows only years of four digits.
 */
function isTimeShowable(update: AnivaUpdate): boolean {
  const before = anivaAppointmentOf(update)
  const after = before === undefined ? undefined : applyAnivaUpdate(before, update)
  if (after === undefined || after.scheduledAt === null) return true
  return update.server.zones.canRender(after.scheduledAt, zoneOf(after, update.server) ?? 'UTC')
}
