import type { AnivaAppointment } from '../../../sandbox/aniva/appointment.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import { showAnivaAppointment, zoneOf } from '../../../sandbox/aniva/show.ts'
import { type AnivaServer, type AnivaUpdate, requestedTime } from '../../../sandbox/aniva/update.ts'
import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import { addMinutes, type Instant, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { anivaFaults, applies, bodyField, changesCheck, sends, shows, skips, storesTime } from '../changes.ts'

const JANUARY = parseInstant('2026-01-15T12:00:00Z')

const isLocalTimeAhead = (update: AnivaUpdate) => {
  const local = parseInstant(String(bodyField(update, 'scheduled_at')).replace(/(?:[Zz]|[+-]\d\d:\d\d)$/, 'Z'))
  return local !== undefined && local.seconds * 1000 > update.now
}

/** Returns the UTC offset at the appointment's location, in minutes. */
const offsetAt = (appointment: AnivaAppointment, server: AnivaServer, instant: Instant) =>
  server.zones.offsetAt(zoneOf(appointment, server) ?? 'UTC', instant)

/**
 * Makes responses show `scheduled_at` with the UTC offset that `offsetOf` returns, in minutes. If `offsetOf` returns
 * undefined, `scheduled_at` is not changed.
 */
const showsOffset = (
  offsetOf: (time: Instant, appointment: AnivaAppointment, server: AnivaServer) => number | undefined,
): BehaviourChange<AnivaBehaviour> =>
  shows((appointment, server) => {
    const { scheduledAt } = appointment
    const offset = scheduledAt === null ? undefined : offsetOf(scheduledAt, appointment, server)
    return scheduledAt !== null && offset !== undefined && { scheduled_at: renderAtOffset(scheduledAt, offset) }
  })

/** Faults in which the server stores another time than the requested one, or returns times wrongly. */
export const ANIVA_TIMES = [
  ...anivaFaults('time', ['instant_preserved'], {
    'aniva-time-shifted-by-an-hour': ['A new time is stored an hour late.', storesTime((it) => addMinutes(it, 60))],
    'aniva-daylight-saving-shift': [
      'If scheduled_at moves across a clock change, it is stored one hour wrong.',
      applies((after, before, update) => {
        if (requestedTime(update) === undefined || after.scheduledAt === null || before.scheduledAt === null)
          return false
        if (before.locationId !== after.locationId) return false
        const [was, is] = [before, after].map(
          ({ scheduledAt }) => scheduledAt && offsetAt(before, update.server, scheduledAt),
        )
        return { scheduledAt: addMinutes(after.scheduledAt, (was ?? 0) - (is ?? 0)) }
      }),
    ],
  }),
  ...anivaFaults('time', ['partial_update_frame'], {
    'aniva-relocation-keeps-the-wall-clock': [
      'An update of the location alone keeps the local time and changes the instant.',
      applies((after, before, update) => {
        const { scheduledAt } = after
        if (sends('scheduled_at')(update) || scheduledAt === null) return false
        const [was, is] = [before, after].map((each) => offsetAt(each, update.server, scheduledAt))
        return { scheduledAt: addMinutes(scheduledAt, (was ?? 0) - (is ?? 0)) }
      }),
    ],
  }),
  ...anivaFaults('time', ['invariant'], {
    'aniva-offset-of-winter': [
      'scheduled_at is shown with the January offset of the location all year.',
      showsOffset((time, appointment, server) =>
        zoneOf(appointment, server) === null ? undefined : offsetAt(appointment, server, JANUARY ?? time),
      ),
    ],
    'aniva-offset-of-the-old-location': [
      'After a move scheduled_at is shown with the offset of the former location.',
      (correct) => {
        const offsets = new Map<string, number>()
        return {
          ...showsOffset((_time, { id }) => offsets.get(id))(correct),
          apply: (before, update) => {
            const { scheduledAt, id } = before
            const hasOffset = scheduledAt !== null && zoneOf(before, update.server) !== null
            if (hasOffset) offsets.set(id, offsetAt(before, update.server, scheduledAt))
            return correct.apply(before, update)
          },
        }
      },
    ],
    'aniva-times-in-utc': [
      'scheduled_at is shown in UTC and not in the offset of the location.',
      shows(({ scheduledAt }) => ({
        scheduled_at: scheduledAt && (renderAtOffset(scheduledAt, 0)?.replace('+00:00', 'Z') ?? ''),
      })),
    ],
    'aniva-half-hour-lost': [
      'The offset of scheduled_at is cut to whole hours.',
      showsOffset((time, appointment, server) => {
        const offset = offsetAt(appointment, server, time)
        return zoneOf(appointment, server) === null ? undefined : offset - (offset % 60)
      }),
    ],
    'aniva-unzoned-at-an-offset': [
      'If the location has no time zone, scheduled_at ends with +00:00 and not with Z.',
      showsOffset((_time, appointment, server) => (zoneOf(appointment, server) === null ? 0 : undefined)),
    ],
    'aniva-stamps-at-an-offset': [
      'created_at is written with +00:00 and not with Z.',
      shows((appointment, server) => ({
        created_at: showAnivaAppointment(appointment, server).created_at.replace('Z', '+00:00'),
      })),
    ],
    'aniva-updated-at-null': ['updated_at stays null.', applies(() => ({ updatedAt: null }))],
    'aniva-updated-before-created': [
      'The first update sets updated_at before created_at.',
      applies((_after, { updatedAt, createdAt }) => updatedAt === null && { updatedAt: createdAt - 3_600_000 }),
    ],
  }),
  ...anivaFaults('time', ['scenario_expectation'], {
    'aniva-past-accepted': ['An appointment can be moved into the past.', skips('scheduled-at-is-ahead')],
    'aniva-past-judged-by-wall-clock': [
      'A past time is accepted if its local time, read as UTC, is in the future.',
      skips('scheduled-at-is-ahead', isLocalTimeAhead),
    ],
    'aniva-soon-refused': [
      'A time within the next day is refused.',
      changesCheck(
        'scheduled-at-is-ahead',
        (isAhead) => (update) => isAhead({ ...update, now: update.now + 86_400_000 }),
      ),
    ],
  }),
]
