import { Refusal } from '../common/refusal.ts'
import { hourIn } from '../common/zone.ts'
import { invalid } from './read-change.ts'
import type { Server } from './server.ts'
import { zoneOf } from './world.ts'

const day = 86_400_000
const margins = { none: 0, 'minute-of-grace': -60_000, 'hour-ahead': 3_600_000 }

/**
 * Throws a refusal if the server does not allow an appointment at this time and location. `id` is the id of the
 * appointment to move; it is absent for a new appointment.
 */
export function checkTime(
  instant: number,
  locationId: string | null,
  id: string | undefined,
  { settings, world, now }: Server,
): void {
  if (instant <= now() + margins[settings['future-margin']] && settings['past-time-accepted'] === 'off')
    throw new Refusal(400, 'scheduled_at must be in the future')
  if (settings['furthest-time'] === '90-days' && instant > now() + 90 * day)
    throw invalid(settings, 'scheduled_at is too far in the future')
  const hour = hourIn(instant, zoneOf(world, locationId) ?? 'UTC')
  const refuse = (position: string, message: string): Refusal =>
    position === '409' ? new Refusal(409, message) : invalid(settings, message)
  if (settings['opening-hours'] !== 'ignored' && locationId !== null && (hour < 8 || hour >= 18))
    throw refuse(settings['opening-hours'], 'the location is closed at that time')
  const taken = world.appointments.some(
    (other) =>
      other.id !== id &&
      other.locationId === locationId &&
      other.scheduledAt === instant &&
      (other.status === 'pending' || other.status === 'confirmed'),
  )
  if (settings['taken-slot'] !== 'accepted' && locationId !== null && taken)
    throw refuse(settings['taken-slot'], 'the slot is taken')
}
