import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { isAppointmentStatus, type LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import { isClosed, isStepAllowed } from '../../../sandbox/lobbie/status-steps.ts'
import { lobbieAppointmentOf, type LobbieUpdate, locationOf, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, parseInstant } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { bodyField, bodyFields } from '../../../sandbox/update.ts'
import {
  answers,
  applies,
  changesBody,
  changesBodyOfUpdate,
  lobbieFaults,
  rereads,
  sends,
  skips,
  storesRefused,
  together,
  withFields,
} from '../changes.ts'
import { renderWallTime } from '../read-time.ts'
import { cutsNote, isReassignedInPlace } from './set-c.ts'

export const DEFAULT_MINUTES = 30

/** Reads the sent start without its UTC offset: date and time count as local time of the location. */
export function relabelsStart(update: LobbieUpdate): LobbieUpdate {
  const [text, location] = [bodyField(update, 'startTime'), locationOf(update)]
  if (typeof text !== 'string' || requestedStart(update) === undefined || location === undefined) return update
  const wall = parseInstant(text.replace(/(?:[Zz]|[+-]\d\d:\d\d)$/, 'Z'))
  const startTime = wall && renderWallTime(wall, location.timeZone, update.server.zones)
  return startTime === undefined ? update : withFields(update, { ...bodyFields(update.body), startTime })
}

/** A fault: the response to an accepted move has the offset that the location had at the previous start. */
const offsetOfOldSeason = changesBodyOfUpdate<LobbieUpdate, LobbieAppointment, keyof LobbieBehaviour['checks']>(
  (body, before, { start, durationMinutes, locationId }, update) => {
    const { store, zones } = update.server
    const zone = store.locations.get(locationId)?.timeZone
    if (zone === undefined || !sends('startTime')(update)) return body
    const offset = zones.offsetAt(zone, before.start)
    const [startTime, endTime] = [start, addMinutes(start, durationMinutes)].map((time) => renderAtOffset(time, offset))
    return { ...body, startTime, endTime }
  },
)

/** True if the appointment is open and the requested change of its status is not allowed. */
export function changesStatusWrongly(before: LobbieAppointment, update: LobbieUpdate): boolean {
  const status = bodyField(update, 'status')
  return !isClosed(before.status) && isAppointmentStatus(status) && !isStepAllowed(before.status, status)
}

function repeatsCancellation(update: LobbieUpdate): boolean {
  return lobbieAppointmentOf(update)?.status === 'CANCELLED' && bodyField(update, 'status') === 'CANCELLED'
}

/** If the appointment is at another location of the account, returns the request with that location in its path. */
function throughItsOwnLocation(update: LobbieUpdate): LobbieUpdate {
  const { path, server } = update
  const id = lobbieAppointmentOf(update)?.locationId
  const locations = [id, Number(path.locationId)].map((each) => server.store.locations.get(each ?? Number.NaN))
  const isOfAccount = locations.every((location) => location?.accountId === Number(path.accountId))
  return isOfAccount ? { ...update, path: { ...path, locationId: String(id) } } : update
}

function isMovedAndReassigned(before: LobbieAppointment, update: LobbieUpdate): boolean {
  const practitionerId = bodyField(update, 'practitionerId')
  return sends('startTime')(update) && practitionerId !== undefined && practitionerId !== before.practitionerId
}

/** The faults of Lobbie in blind set D, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const LOBBIE_SET_D = [
  ...lobbieFaults('time', ['instant_preserved'], {
    'lobbie-start-digits-relabelled': [
      'A start with another offset than that of the location keeps its time of day and gets the offset of the location.',
      rereads(relabelsStart),
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-offset-of-old-season': [
      'After a move across a clock change, the response shows the times in the offset of the old start.',
      offsetOfOldSeason,
      { whySeveralFindings: 'startTime and endTime have separate invariants, and different cases show them.' },
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-note-saved-despite-refused-status': [
      'The note of an update is stored although its change of status is refused.',
      storesRefused(409, (before, update) => {
        const note = bodyField(update, 'note')
        return typeof note === 'string' && changesStatusWrongly(before, update)
          ? { ...before, note, updatedAt: Math.max(update.now, before.updatedAt + 1) }
          : before
      }),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-reassign-alone-double-books': [
      'A reassignment to a busy practitioner is accepted if no start is sent.',
      skips('practitioner-is-free', isReassignedInPlace),
    ],
    'lobbie-repeated-cancel-drops-fields': [
      'An update that cancels a cancelled appointment again is answered with 200 and changes nothing.',
      together(
        skips(
          [
            ...(['practitioner-exists', 'practitioner-has-the-role', 'practitioner-is-at-location'] as const),
            ...(['start-time-has-four-digit-year', 'appointment-is-open', 'status-step-is-allowed'] as const),
            'practitioner-is-free',
          ],
          repeatsCancellation,
        ),
        ({ apply }) => ({ apply: (before, update) => (repeatsCancellation(update) ? before : apply(before, update)) }),
      ),
    ],
  }),
  ...lobbieFaults('validation', ['scenario_expectation'], {
    'lobbie-receptionist-as-practitioner': [
      'A staff member of the location without a practitioner role is accepted as practitioner.',
      skips('practitioner-has-the-role'),
    ],
  }),
  ...lobbieFaults('credentials', ['scenario_expectation'], {
    'lobbie-appointment-of-sister-location': [
      'An appointment at another location of the account can be changed with the location in the path.',
      together<LobbieBehaviour>(
        rereads(throughItsOwnLocation),
        changesBody((body, { path }) => ({ ...body, locationId: Number(path.locationId) })),
      ),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-long-note-cut-in-store': ['Only the first 255 characters of a long note are stored.', cutsNote],
    'lobbie-duration-reset-on-move-and-reassign': [
      'A move to another practitioner and another time in one update resets the duration to 30 minutes.',
      applies((_after, before, update) => isMovedAndReassigned(before, update) && { durationMinutes: DEFAULT_MINUTES }),
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-bad-token-without-challenge': [
      'The 401 for an expired or invalid token has no WWW-Authenticate.',
      answers((answer, { token }) => {
        const { 'www-authenticate': _challenge, ...headers } = answer.headers
        return answer.status === 401 && token.formed ? { ...answer, headers } : answer
      }),
    ],
  }),
]
