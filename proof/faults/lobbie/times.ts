import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { showLobbieAppointment } from '../../../sandbox/lobbie/show.ts'
import type { LobbieServer } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, type Instant, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { applies, lobbieFaults, shows, storesTime, together } from '../changes.ts'

const JANUARY = parseInstant('2026-01-15T12:00:00Z')

const endOf = ({ start, durationMinutes }: LobbieAppointment) => addMinutes(start, durationMinutes)

/** Returns the UTC offset at the appointment's location, in minutes. */
const offsetAt = ({ locationId }: LobbieAppointment, { store, zones }: LobbieServer, instant: Instant) =>
  zones.offsetAt(store.locations.get(locationId)?.timeZone ?? 'UTC', instant)

/** Makes responses show start and end with the UTC offset that `offsetOf` returns, in minutes. */
const showsOffset = (
  offsetOf: (appointment: LobbieAppointment, server: LobbieServer, instant: Instant) => number,
): BehaviourChange<LobbieBehaviour> =>
  shows((appointment, server) => {
    const render = (instant: Instant) => renderAtOffset(instant, offsetOf(appointment, server, instant))
    return { startTime: render(appointment.start), endTime: render(endOf(appointment)) }
  })

/** Faults in which the server stores another time than the requested one, or returns times wrongly. */
export const LOBBIE_TIMES = [
  ...lobbieFaults('time', ['instant_preserved'], {
    'lobbie-start-shifted-by-an-hour': ['A new start is stored an hour late.', storesTime((it) => addMinutes(it, 60))],
    'lobbie-daylight-saving-shift': [
      'If a start moves across a clock change, it is stored one hour wrong.',
      applies((after, before, { server }) => ({
        start: addMinutes(after.start, offsetAt(before, server, before.start) - offsetAt(before, server, after.start)),
      })),
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-end-stays-behind': [
      'endTime does not change if the start changes.',
      together(
        // The first change keeps the end (start plus duration) the same: it stores a wrong duration. The second change
        // hides this: responses contain the original duration, 30 minutes.
        applies((after, { start, durationMinutes }) => ({
          durationMinutes: durationMinutes + (start.seconds - after.start.seconds) / 60,
        })),
        shows(() => ({ durationMinutes: 30 })),
      ),
    ],
    'lobbie-end-an-hour-late': [
      'endTime is an hour after the start plus the duration.',
      shows((appointment, server) => {
        const { endTime } = showLobbieAppointment({ ...appointment, start: addMinutes(appointment.start, 60) }, server)
        return { endTime }
      }),
    ],
    'lobbie-end-is-the-start': [
      'endTime equals the start.',
      shows((appointment, server) => ({ endTime: showLobbieAppointment(appointment, server).startTime })),
    ],
    'lobbie-end-in-utc': [
      'endTime is shown in UTC and not in the offset of the location.',
      shows((appointment) => ({ endTime: renderAtOffset(endOf(appointment), 0) })),
    ],
    'lobbie-offset-of-winter': [
      'Start and end are shown with the January offset of the location all year.',
      showsOffset((appointment, server, instant) => offsetAt(appointment, server, JANUARY ?? instant)),
      {
        whySeveralFindings:
          'if the clocks change between start and end, only the end is wrong, which violates another clause in another case',
      },
    ],
    'lobbie-half-hour-lost': [
      'The offsets of start and end are cut to whole hours.',
      showsOffset((appointment, server, instant) => {
        const offset = offsetAt(appointment, server, instant)
        return offset - (offset % 60)
      }),
    ],
    'lobbie-stamps-at-an-offset': [
      'createdAt is written with +00:00 and not with Z.',
      shows((appointment, server) => ({
        createdAt: showLobbieAppointment(appointment, server).createdAt.replace('Z', '+00:00'),
      })),
    ],
    'lobbie-updated-at-goes-back': [
      'updatedAt goes back by an hour.',
      applies((_after, { updatedAt }) => ({ updatedAt: updatedAt - 3_600_000 })),
    ],
  }),
]
