import { showAppointment as showAniva, zoneOf } from '../aniva/show.ts'
import { fieldOf as anivaFieldOf } from '../aniva/update.ts'
import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { showAppointment } from '../lobbie/show.ts'
import { requestedStart } from '../lobbie/update.ts'
import { addMinutes, parseInstant, type Instant } from '../time/instant.ts'
import { renderAtOffset } from '../time/zones.ts'
import { without } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'time' } as const
const aniva = { api: 'aniva', family: 'time' } as const

/** The instant at which a clock in UTC shows what the text shows, whatever its offset. */
function readWallClock(text: string): Instant | undefined {
  return parseInstant(text) === undefined ? undefined : parseInstant(text.replace(/(?:[Zz]|[+-]\d\d:\d\d)$/, 'Z'))
}

function inUtc(instant: Instant): string {
  return renderAtOffset(instant, 0) ?? ''
}

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-start-shifted-by-an-hour',
    lie: 'A new start is kept an hour late.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const start = requestedStart(update)
        return { ...apply(before, update), start: start === undefined ? before.start : addMinutes(start, 60) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-dropped',
    lie: 'The offset of a new start is overlooked and its wall clock taken for UTC.',
    caughtBy: ['instant_preserved'],
    tell: () => ({ readTime: readWallClock }),
  },
  {
    ...lobbie,
    id: 'lobbie-end-stays-behind',
    lie: 'endTime stays where it was when the start moves.',
    caughtBy: ['invariant'],
    tell: ({ apply, show }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        // The duration makes up for it, and is then shown as it was.
        return { ...after, durationMinutes: before.durationMinutes + (before.start.seconds - after.start.seconds) / 60 }
      },
      show: (appointment, world) => ({ ...show(appointment, world), durationMinutes: 30 }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-end-an-hour-late',
    lie: 'endTime is an hour after the start plus the duration.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({
        ...show(appointment, world),
        endTime: showAppointment({ ...appointment, start: addMinutes(appointment.start, 60) }, world).endTime,
      }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-times-in-utc',
    lie: 'Start and end are shown in UTC and not in the location’s own offset.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({
        ...show(appointment, world),
        startTime: inUtc(appointment.start),
        endTime: inUtc(addMinutes(appointment.start, appointment.durationMinutes)),
      }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-at-stuck',
    lie: 'updatedAt does not move.',
    caughtBy: ['invariant'],
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), updatedAt: before.updatedAt }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-at-goes-back',
    lie: 'updatedAt goes back by an hour.',
    caughtBy: ['invariant'],
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), updatedAt: before.updatedAt - 3_600_000 }),
    }),
  },
]

const anivaFaults: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-time-shifted-by-an-hour',
    lie: 'A new scheduled_at is kept an hour late.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const isSent = anivaFieldOf(update, 'scheduled_at') !== undefined
        return isSent && after.scheduledAt !== null
          ? { ...after, scheduledAt: addMinutes(after.scheduledAt, 60) }
          : after
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-offset-dropped',
    lie: 'The offset of a new scheduled_at is overlooked and its wall clock taken for UTC.',
    caughtBy: ['instant_preserved'],
    tell: () => ({ readTime: readWallClock }),
  },
  {
    ...aniva,
    id: 'aniva-relocation-keeps-the-wall-clock',
    lie: 'A new location alone keeps the wall clock and moves the instant.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        if (anivaFieldOf(update, 'scheduled_at') !== undefined || after.scheduledAt === null) return after
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
    caughtBy: ['recipe_expectation'],
    tell: ({ checks }) => ({ checks: without(checks, 'scheduled-at-is-ahead') }),
  },
  {
    ...aniva,
    id: 'aniva-shipments-newest-first',
    lie: 'Shipments come newest link first.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => {
        const shown = showAniva(appointment, world)
        return { ...shown, shipments: shown.shipments.toReversed() }
      },
    }),
  },
]

/** Times that are not what was sent, or not shown as they have to be. */
export const timeFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]
