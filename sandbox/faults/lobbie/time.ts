import type { LobbieFault } from '../../fault.ts'
import { showAppointment } from '../../lobbie/show.ts'
import { requestedStart } from '../../lobbie/update.ts'
import { addMinutes, parseInstant, type Instant } from '../../time/instant.ts'
import { renderAtOffset } from '../../time/zones.ts'
import { readWallClock } from '../read-time.ts'

const lobbie = { api: 'lobbie', family: 'time', caughtBy: ['invariant'] } as const
const JANUARY = parseInstant('2026-01-15T12:00:00Z')

const inUtc = (instant: Instant) => renderAtOffset(instant, 0) ?? ''
const withoutSeconds = ({ seconds }: Instant): Instant => ({ seconds: seconds - (seconds % 60), fraction: '' })

/** Times that are not what was sent, or not shown as they have to be. */
export const lobbieTime: readonly LobbieFault[] = [
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
    lie: 'The wall clock of a new start is written down as UTC, whatever its offset.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({ apply: (before, update) => apply(before, { ...update, readTime: readWallClock }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-seconds-truncated',
    lie: 'A new start is kept without its seconds.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return requestedStart(update) === undefined ? after : { ...after, start: withoutSeconds(after.start) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-daylight-saving-shift',
    lie: 'A new start on the other side of a change of the clocks is kept an hour off.',
    caughtBy: ['instant_preserved'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const { zones, store } = update.world
        const zone = store.locations.get(before.locationId)?.timeZone ?? 'UTC'
        const shift = zones.offsetAt(zone, before.start) - zones.offsetAt(zone, after.start)
        return { ...after, start: addMinutes(after.start, shift) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-end-stays-behind',
    lie: 'endTime stays where it was when the start moves.',
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
    tell: ({ show }) => ({
      show: (appointment, world) => ({
        ...show(appointment, world),
        endTime: showAppointment({ ...appointment, start: addMinutes(appointment.start, 60) }, world).endTime,
      }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-end-is-the-start',
    lie: 'endTime is the start.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { startTime } = showAppointment(appointment, world)
        return { ...show(appointment, world), endTime: startTime }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-times-in-utc',
    lie: 'Start and end are shown in UTC and not in the location’s own offset.',
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
    id: 'lobbie-end-in-utc',
    lie: 'endTime is shown in UTC and not in the location’s own offset.',
    tell: ({ show }) => ({
      show: (appointment, world) => ({
        ...show(appointment, world),
        endTime: inUtc(addMinutes(appointment.start, appointment.durationMinutes)),
      }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-of-winter',
    lie: 'Start and end are shown with the offset that the location has in January, all the year.',
    alsoShows: 'the end alone is wrong where the clocks change before it: another promise, and another exchange',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const zone = world.store.locations.get(appointment.locationId)?.timeZone ?? 'UTC'
        const offset = world.zones.offsetAt(zone, JANUARY ?? appointment.start)
        const end = addMinutes(appointment.start, appointment.durationMinutes)
        return {
          ...show(appointment, world),
          startTime: renderAtOffset(appointment.start, offset) ?? '',
          endTime: renderAtOffset(end, offset) ?? '',
        }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-half-hour-lost',
    lie: 'Start and end are shown in whole hours off UTC.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const zone = world.store.locations.get(appointment.locationId)?.timeZone ?? 'UTC'
        const end = addMinutes(appointment.start, appointment.durationMinutes)
        const whole = (instant: Instant) => {
          const offset = world.zones.offsetAt(zone, instant)
          return renderAtOffset(instant, offset - (offset % 60)) ?? ''
        }
        return { ...show(appointment, world), startTime: whole(appointment.start), endTime: whole(end) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-stamps-at-an-offset',
    lie: 'createdAt is written with +00:00 and not with Z.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { createdAt } = showAppointment(appointment, world)
        return { ...show(appointment, world), createdAt: createdAt.replace('Z', '+00:00') }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-at-stuck',
    lie: 'updatedAt does not move.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), updatedAt: before.updatedAt }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-at-goes-back',
    lie: 'updatedAt goes back by an hour.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), updatedAt: before.updatedAt - 3_600_000 }),
    }),
  },
]
