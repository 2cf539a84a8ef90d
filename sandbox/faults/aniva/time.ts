import { showAppointment, zoneOf } from '../../aniva/show.ts'
import { type AnivaUpdate, fieldOf, requestedTime } from '../../aniva/update.ts'
import type { AnivaFault } from '../../fault.ts'
import { addMinutes, parseInstant, type Instant } from '../../time/instant.ts'
import { renderAtOffset } from '../../time/zones.ts'
import { readWallClock } from '../read-time.ts'
import { without } from '../tell.ts'

const aniva = { api: 'aniva', family: 'time' } as const

const inUtc = (instant: Instant) => renderAtOffset(instant, 0)?.replace('+00:00', 'Z') ?? ''
const withoutSeconds = ({ seconds }: Instant): Instant => ({ seconds: seconds - (seconds % 60), fraction: '' })

/** Times that are not what was sent, or not shown as they have to be. */
export const anivaTime: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-time-shifted-by-an-hour',
    lie: 'A new scheduled_at is kept an hour late.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const isSent = fieldOf(update, 'scheduled_at') !== undefined
        return isSent && after.scheduledAt !== null
          ? { ...after, scheduledAt: addMinutes(after.scheduledAt, 60) }
          : after
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-offset-dropped',
    lie: 'The wall clock of a new scheduled_at is written down as UTC, whatever its offset.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({ apply: (before, update) => apply(before, { ...update, readTime: readWallClock }) }),
  },
  {
    ...aniva,
    id: 'aniva-relocation-keeps-the-wall-clock',
    lie: 'A new location alone keeps the wall clock and moves the instant.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        if (fieldOf(update, 'scheduled_at') !== undefined || after.scheduledAt === null) return after
        const { zones } = update.world
        const was = zones.offsetAt(zoneOf(before, update.world) ?? 'UTC', after.scheduledAt)
        const is = zones.offsetAt(zoneOf(after, update.world) ?? 'UTC', after.scheduledAt)
        return { ...after, scheduledAt: addMinutes(after.scheduledAt, was - is) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-offset-of-winter',
    lie: 'scheduled_at is shown with the offset that the location has in January, all the year.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { scheduledAt } = appointment
        const zone = zoneOf(appointment, world)
        const january = parseInstant('2026-01-15T12:00:00Z')
        if (scheduledAt === null || zone === null || january === undefined) return show(appointment, world)
        const offset = world.zones.offsetAt(zone, january)
        return { ...show(appointment, world), scheduled_at: renderAtOffset(scheduledAt, offset) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-offset-of-the-old-location',
    lie: 'After a move scheduled_at is shown with the offset of the location before.',
    caughtBy: ['invariant'],
    tell: ({ apply, show }) => {
      const offsets = new Map<string, number>()
      return {
        apply: (before, update) => {
          const { scheduledAt } = before
          const zone = zoneOf(before, update.world)
          if (scheduledAt !== null && zone !== null) {
            offsets.set(before.id, update.world.zones.offsetAt(zone, scheduledAt))
          }
          return apply(before, update)
        },
        show: (appointment, world) => {
          const offset = offsets.get(appointment.id)
          if (offset === undefined || appointment.scheduledAt === null) return show(appointment, world)
          return { ...show(appointment, world), scheduled_at: renderAtOffset(appointment.scheduledAt, offset) }
        },
      }
    },
  },
  {
    ...aniva,
    id: 'aniva-times-in-utc',
    lie: 'scheduled_at is shown in UTC and not in the location’s own offset.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({
        ...show(appointment, world),
        scheduled_at: appointment.scheduledAt === null ? null : inUtc(appointment.scheduledAt),
      }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-past-accepted',
    lie: 'An appointment can be moved into the past.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({ checks: without(checks, 'scheduled-at-is-ahead') }),
  },
  {
    ...aniva,
    id: 'aniva-past-judged-by-wall-clock',
    lie: 'A time whose wall clock is ahead of UTC counts as ahead.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-is-ahead': (update) =>
          isWallClockAhead(update) ? undefined : checks['scheduled-at-is-ahead'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-soon-refused',
    lie: 'A time within the next day is refused.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-is-ahead': (update) =>
          checks['scheduled-at-is-ahead']({ ...update, now: update.now + 86_400_000 }),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-seconds-truncated',
    lie: 'A new scheduled_at is kept without its seconds.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return requestedTime(update) === undefined || after.scheduledAt === null
          ? after
          : { ...after, scheduledAt: withoutSeconds(after.scheduledAt) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-daylight-saving-shift',
    lie: 'A new scheduled_at on the other side of a change of the clocks is kept an hour off.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const zone = zoneOf(before, update.world)
        if (requestedTime(update) === undefined || after.scheduledAt === null || before.scheduledAt === null)
          return after
        if (zone === null || before.locationId !== after.locationId) return after
        const { zones } = update.world
        const shift = zones.offsetAt(zone, before.scheduledAt) - zones.offsetAt(zone, after.scheduledAt)
        return { ...after, scheduledAt: addMinutes(after.scheduledAt, shift) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-half-hour-lost',
    lie: 'scheduled_at is shown in whole hours off UTC.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { scheduledAt } = appointment
        const zone = zoneOf(appointment, world)
        if (scheduledAt === null || zone === null) return show(appointment, world)
        const offset = world.zones.offsetAt(zone, scheduledAt)
        return { ...show(appointment, world), scheduled_at: renderAtOffset(scheduledAt, offset - (offset % 60)) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-unzoned-at-an-offset',
    lie: 'Where no location has a time zone scheduled_at is written with +00:00 and not with Z.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { scheduledAt } = appointment
        return scheduledAt === null || zoneOf(appointment, world) !== null
          ? show(appointment, world)
          : { ...show(appointment, world), scheduled_at: renderAtOffset(scheduledAt, 0) }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-stamps-at-an-offset',
    lie: 'created_at is written with +00:00 and not with Z.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { created_at: createdAt } = showAppointment(appointment, world)
        return { ...show(appointment, world), created_at: createdAt.replace('Z', '+00:00') }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-updated-at-stuck',
    lie: 'updated_at does not move once it is set.',
    caughtBy: ['invariant'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, updatedAt: before.updatedAt ?? after.updatedAt }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-updated-at-null',
    lie: 'updated_at stays null.',
    caughtBy: ['invariant'],
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), updatedAt: null }) }),
  },
  {
    ...aniva,
    id: 'aniva-updated-before-created',
    lie: 'The first update sets updated_at before created_at.',
    caughtBy: ['invariant'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, updatedAt: before.updatedAt === null ? before.createdAt - 3_600_000 : after.updatedAt }
      },
    }),
  },
]

function isWallClockAhead(update: AnivaUpdate): boolean {
  const scheduledAt = fieldOf(update, 'scheduled_at')
  const shown = typeof scheduledAt === 'string' ? readWallClock(scheduledAt) : undefined
  return shown !== undefined && shown.seconds * 1000 > update.now
}
