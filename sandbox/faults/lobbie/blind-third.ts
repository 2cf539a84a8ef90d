import type { LobbieFault } from '../../fault.ts'
import { applyUpdate } from '../../lobbie/apply.ts'
import {
  appointmentOf,
  fieldOf,
  fieldsOf,
  type LobbieUpdate,
  locationOf,
  refuse,
  requestedStart,
} from '../../lobbie/update.ts'
import { addMinutes, parseInstant } from '../../time/instant.ts'
import { tellBody, tellStatus } from '../tell.ts'

const lobbie = { api: 'lobbie' } as const

/** Written by a third author, who had not read the gate. */
export const lobbieBlindThird: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-unauthorized-in-oauth-shape',
    family: 'error-body',
    lie: 'The body of a 401 is that of an OAuth error and has no message.',
    caughtBy: ['response_schema_conformance'],
    tell: tellStatus(401, {
      body: { error: 'invalid_token', error_description: 'The access token is missing or not valid.' },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-time-without-seconds-accepted',
    family: 'validation',
    lie: 'A start without seconds is accepted.',
    caughtBy: ['negative_data_rejection', 'scenario_expectation'],
    tell: () => ({
      readTime: (text) => parseInstant(text) ?? parseInstant(text.replace(/([Tt]\d\d:\d\d)(?=[Zz+-])/, '$1:00')),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-type-cut-to-32-bits',
    family: 'response-schema',
    lie: 'The answer cuts appointmentTypeId to a signed integer of 32 bits.',
    caughtBy: ['partial_update_frame'],
    tell: tellBody((body) => ({ ...body, appointmentTypeId: Number(body['appointmentTypeId']) | 0 })),
  },
  {
    ...lobbie,
    id: 'lobbie-new-time-for-the-least-busy',
    family: 'update',
    lie: 'A new time also gives the appointment to the practitioner with the fewest appointments.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const isMoved = fieldOf(update, 'startTime') !== undefined && fieldOf(update, 'practitionerId') === undefined
        return isMoved
          ? { ...after, practitionerId: leastBusyOf(update, before.locationId) ?? after.practitionerId }
          : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-lost-on-cancelling',
    family: 'update',
    lie: 'A note that comes with a cancellation is not kept.',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return fieldOf(update, 'status') === 'CANCELLED' ? { ...after, note: before.note } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-minutes-always-added',
    family: 'time',
    lie: 'Of an offset like -03:30 the minutes are added and not taken away.',
    caughtBy: ['instant_preserved', 'partial_update_frame'],
    tell: ({ readTime }) => ({
      readTime: (text) => {
        const minutes = Number(/-\d\d:(\d\d)$/.exec(text)?.[1] ?? 0)
        const instant = readTime(text)
        return instant === undefined ? undefined : addMinutes(instant, -2 * minutes)
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-taken-time-in-another-offset',
    family: 'conflict',
    lie: 'A taken time counts as free when it is written in another offset than the location’s.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) =>
          isInOffsetOfLocation(update) ? checks['practitioner-is-free'](update) : undefined,
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-needs-no-grant',
    family: 'credentials',
    lie: 'Who has no grant to the account may still change the status, if nothing else.',
    caughtBy: ['ignored_auth', 'scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'account-is-granted': (update) => (isStatusAlone(update) ? undefined : checks['account-is-granted'](update)),
        'grant-is-active': (update) => (isStatusAlone(update) ? undefined : checks['grant-is-active'](update)),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-expired-without-challenge',
    family: 'headers',
    lie: 'The 401 for an expired token has no WWW-Authenticate.',
    caughtBy: ['response_headers_conformance'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'token-expiry': (update) => {
          const refusal = checks['token-expiry'](update)
          return refusal === undefined ? undefined : refuse(refusal.status, refusal.message)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-crash-on-apostrophe-in-note',
    family: 'status',
    lie: 'A note with an apostrophe makes it crash.',
    caughtBy: ['not_a_server_error'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) => {
          const note = fieldOf(update, 'note')
          const isUnquoted = typeof note === 'string' && note.includes("'")
          return (
            checks['practitioner-is-free'](update) ?? (isUnquoted ? refuse(500, 'Internal server error.') : undefined)
          )
        },
      },
    }),
  },
]

/** Of the practitioners at a location the one who is booked least; the first of several. */
function leastBusyOf({ world: { store } }: LobbieUpdate, locationId: number): number | undefined {
  const [first] = [...store.staff.values()]
    .filter(({ isPractitioner, locationIds }) => isPractitioner && locationIds.includes(locationId))
    .map(({ id }) => ({ id, booked: [...store.appointmentsOf(id)].length }))
    .toSorted((one, other) => one.booked - other.booked)
  return first?.id
}

/** False when a start is asked for in another offset than clocks at the location then have. */
function isInOffsetOfLocation(update: LobbieUpdate): boolean {
  const before = appointmentOf(update)
  const startTime = fieldOf(update, 'startTime')
  if (before === undefined || typeof startTime !== 'string' || requestedStart(update) === undefined) return true
  const { start } = applyUpdate(before, update)
  const shown = update.world.zones.render(start, locationOf(update)?.timeZone ?? 'UTC')
  return shown === undefined || startTime.endsWith(shown.slice(-'+00:00'.length))
}

function isStatusAlone({ body }: LobbieUpdate): boolean {
  return Object.keys(fieldsOf(body) ?? {}).join() === 'status'
}
