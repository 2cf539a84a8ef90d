import type { Answer } from '../../answer.ts'
import type { Check } from '../../behaviour.ts'
import type { LobbieFault } from '../../fault.ts'
import { APPOINTMENT_STATUSES } from '../../lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../lobbie/behaviour.ts'
import { appointmentOf, fieldOf, fieldsOf, type LobbieUpdate, refuse, requestedStart } from '../../lobbie/update.ts'
import { addMinutes, toMilliseconds } from '../../time/instant.ts'
import { renderAtOffset } from '../../time/zones.ts'

type Checks = LobbieBehaviour['checks']
type Tell = LobbieFault['tell']

/**
 * Lies that were written from the vendor’s page and the document alone, by somebody who did not know what the gate
 * looks for.
 */
export const lobbieBlind: readonly LobbieFault[] = [
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-calendar-of-former-practitioner',
    lie: 'With a new practitioner and a new start at once, the calendar of the former practitioner is looked at.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing('practitioner-is-free', (isFree) => (update) => {
      const { practitionerId, ...others } = fieldsOf(update.body) ?? {}
      return practitionerId !== undefined && 'startTime' in others ? isFree(withFields(update, others)) : isFree(update)
    }),
  },
  {
    api: 'lobbie',
    family: 'update',
    id: 'lobbie-note-written-before-conflict',
    lie: 'An update that is refused for a taken slot has already written its note.',
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: changing('practitioner-is-free', (isFree) => (update) => {
      const refusal = isFree(update)
      const [before, note] = [appointmentOf(update), fieldOf(update, 'note')]
      if (refusal !== undefined && before !== undefined && typeof note === 'string') {
        update.world.store.keep({ ...before, note })
      }
      return refusal
    }),
  },
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-taken-slot-with-status',
    lie: 'A taken slot is not noticed when the status is sent along.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing(
      'practitioner-is-free',
      (isFree) => (update) => (fieldOf(update, 'status') === undefined ? isFree(update) : undefined),
    ),
  },
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-conflict-with-itself',
    lie: 'An appointment that is moved by less than its duration is in conflict with itself.',
    caughtBy: ['positive_data_acceptance', 'scenario_expectation'],
    tell: changing('practitioner-is-free', (isFree) => (update) => {
      const [before, start] = [appointmentOf(update), requestedStart(update)]
      if (before === undefined || start === undefined) return isFree(update)
      const moved = Math.abs(toMilliseconds(start) - toMilliseconds(before.start))
      return moved > 0 && moved < before.durationMinutes * 60_000
        ? refuse(409, 'The practitioner is taken at that time.')
        : isFree(update)
    }),
  },
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-closed-and-reassigned',
    lie: 'A closed appointment can still be given to another practitioner.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing('appointment-is-open', (isOpen) => (update) => {
      const names = Object.keys(fieldsOf(update.body) ?? {})
      return names.length === 1 && names[0] === 'practitionerId' ? undefined : isOpen(update)
    }),
  },
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-cancelled-in-treatment',
    lie: 'An appointment in treatment can be cancelled.',
    caughtBy: ['status_code_conformance', 'scenario_expectation'],
    tell: changing(
      'status-step-is-allowed',
      (isAllowed) => (update) => (stepOf(update) === 'IN_TREATMENT to CANCELLED' ? undefined : isAllowed(update)),
    ),
  },
  {
    api: 'lobbie',
    family: 'conflict',
    id: 'lobbie-treatment-not-repeated',
    lie: 'The status of an appointment in treatment cannot be sent again.',
    caughtBy: ['positive_data_acceptance', 'scenario_expectation'],
    tell: changing(
      'status-step-is-allowed',
      (isAllowed) => (update) =>
        stepOf(update) === 'IN_TREATMENT to IN_TREATMENT'
          ? refuse(409, 'The appointment is in treatment already.')
          : isAllowed(update),
    ),
  },
  {
    api: 'lobbie',
    family: 'validation',
    id: 'lobbie-practitioner-cut-to-integer',
    lie: 'What follows the decimal point of a practitionerId is cut off and the rest taken.',
    caughtBy: ['negative_data_rejection'],
    tell: readingFields(({ practitionerId, ...others }) =>
      typeof practitionerId === 'number'
        ? { ...others, practitionerId: Math.trunc(practitionerId) }
        : { ...others, ...(practitionerId === undefined ? {} : { practitionerId }) },
    ),
  },
  {
    api: 'lobbie',
    family: 'validation',
    id: 'lobbie-status-by-ordinal',
    lie: 'A number is taken as the status at that place of the list.',
    caughtBy: ['negative_data_rejection'],
    tell: readingFields((fields) => {
      const named = typeof fields['status'] === 'number' ? APPOINTMENT_STATUSES[fields['status']] : undefined
      return named === undefined ? fields : { ...fields, status: named }
    }),
  },
  {
    api: 'lobbie',
    family: 'validation',
    id: 'lobbie-duration-from-request',
    lie: 'A durationMinutes in the request is not refused but taken over.',
    caughtBy: ['negative_data_rejection'],
    tell: (truth) => ({
      checks: {
        ...truth.checks,
        'fields-are-known': (update) => {
          const { durationMinutes: _, ...others } = fieldsOf(update.body) ?? {}
          return truth.checks['fields-are-known'](withFields(update, others))
        },
      },
      apply: (before, update) => {
        const minutes = fieldOf(update, 'durationMinutes')
        const durationMinutes = Number.isInteger(minutes) ? Number(minutes) : before.durationMinutes
        return { ...truth.apply(before, update), durationMinutes }
      },
    }),
  },
  {
    api: 'lobbie',
    family: 'validation',
    id: 'lobbie-account-read-to-first-letter',
    lie: 'An accountId is read up to its first letter, and what follows is ignored.',
    caughtBy: ['negative_data_rejection'],
    tell: rereading((update) => {
      const accountId = Number.parseInt(update.path.accountId, 10)
      return Number.isNaN(accountId) ? update : { ...update, path: { ...update.path, accountId: String(accountId) } }
    }),
  },
  {
    api: 'lobbie',
    family: 'update',
    id: 'lobbie-note-composed',
    lie: 'A note with combining characters is kept in composed form.',
    caughtBy: ['partial_update_frame'],
    tell: keepingNote((note) => note.normalize('NFC')),
  },
  {
    api: 'lobbie',
    family: 'update',
    id: 'lobbie-note-cut-at-a-thousand',
    lie: 'Of a note only the first thousand characters are kept.',
    caughtBy: ['partial_update_frame'],
    tell: keepingNote((note) => note.slice(0, 1000)),
  },
  {
    api: 'lobbie',
    family: 'response-schema',
    id: 'lobbie-empty-note-left-out',
    lie: 'The serializer leaves out a note that is empty.',
    caughtBy: ['response_schema_conformance'],
    tell: (truth) => ({
      show: (appointment, world) => {
        const shown: Record<string, unknown> = { ...truth.show(appointment, world) }
        if (shown['note'] === '') delete shown['note']
        return shown
      },
    }),
  },
  {
    api: 'lobbie',
    family: 'time',
    id: 'lobbie-end-in-offset-of-start',
    lie: 'An end after the clocks have changed is shown in the offset of the start.',
    caughtBy: ['invariant'],
    tell: (truth) => ({
      show: (appointment, world) => {
        const { start, durationMinutes, locationId } = appointment
        const zone = world.store.locations.get(locationId)?.timeZone ?? 'UTC'
        const endTime = renderAtOffset(addMinutes(start, durationMinutes), world.zones.offsetAt(zone, start))
        return { ...truth.show(appointment, world), endTime }
      },
    }),
  },
  {
    api: 'lobbie',
    family: 'time',
    id: 'lobbie-leap-day-refused',
    lie: 'No appointment can start on a 29 February.',
    caughtBy: ['scenario_expectation'],
    tell: ({ readTime }) => ({ readTime: (text) => (/^\d{4}-02-29/.test(text) ? undefined : readTime(text)) }),
  },
  {
    api: 'lobbie',
    family: 'credentials',
    id: 'lobbie-grant-remembered-for-all',
    lie: 'Once somebody has updated an appointment of an account, every integration may.',
    caughtBy: ['ignored_auth'],
    tell: ({ checks, keep }) => {
      const opened = new Set<string>()
      const unlessOpened =
        (check: Check<LobbieUpdate>): Check<LobbieUpdate> =>
        (update) =>
          opened.has(update.path.accountId) ? undefined : check(update)
      return {
        checks: {
          ...checks,
          'account-is-granted': unlessOpened(checks['account-is-granted']),
          'grant-is-active': unlessOpened(checks['grant-is-active']),
        },
        keep: (after, update) => {
          opened.add(update.path.accountId)
          keep(after, update)
        },
      }
    },
  },
  {
    api: 'lobbie',
    family: 'status',
    id: 'lobbie-body-before-token',
    lie: 'The body is looked at before the token, so that nobody at all learns what is wrong with it.',
    caughtBy: ['scenario_expectation'],
    tell: askingFirst('body-is-json', 'body-is-object', 'body-has-a-field', 'fields-are-known', 'note-is-string'),
  },
  {
    api: 'lobbie',
    family: 'error-body',
    id: 'lobbie-unreadable-json-told-by-framework',
    lie: 'A body that is no JSON is answered in the shape of the framework, without a message.',
    caughtBy: ['response_schema_conformance'],
    tell: () => ({
      answer: (answer, update) =>
        answer.status === 400 && update.body.kind === 'broken' ? withBody(answer, FRAMEWORK_ERROR) : answer,
    }),
  },
  {
    api: 'lobbie',
    family: 'response-schema',
    id: 'lobbie-rescheduled-twice',
    lie: 'An appointment that was rescheduled twice has the status RESCHEDULED.',
    caughtBy: ['response_schema_conformance'],
    tell: (truth) => {
      const moves = new Map<number, number>()
      return {
        apply: (before, update) => {
          const after = truth.apply(before, update)
          const earlier = before.updatedAt === before.createdAt ? 0 : (moves.get(before.id) ?? 0)
          const isMoved = toMilliseconds(after.start) !== toMilliseconds(before.start)
          moves.set(before.id, isMoved ? earlier + 1 : earlier)
          return after
        },
        show: (appointment, world) => {
          const isUntouched = appointment.updatedAt === appointment.createdAt
          const isMovedTwice = !isUntouched && (moves.get(appointment.id) ?? 0) >= 2
          return { ...truth.show(appointment, world), ...(isMovedTwice ? { status: 'RESCHEDULED' } : {}) }
        },
      }
    },
  },
]

const FRAMEWORK_ERROR = { timestamp: '2026-01-05T09:00:00.000+00:00', status: 400, error: 'Bad Request' }

/** One check is exchanged for what is made of it. */
function changing(name: keyof Checks, change: (check: Check<LobbieUpdate>) => Check<LobbieUpdate>): Tell {
  return ({ checks }) => ({ checks: { ...checks, [name]: change(checks[name]) } })
}

/** Those checks are asked before all others. */
function askingFirst(...names: readonly (keyof Checks)[]): Tell {
  return ({ checks }) => {
    const first: Partial<Checks> = Object.fromEntries(names.map((name) => [name, checks[name]]))
    return { checks: { ...first, ...checks } }
  }
}

/** Everybody who looks at the update sees another one. */
function rereading(read: (update: LobbieUpdate) => LobbieUpdate): Tell {
  return ({ checks, apply }) => ({
    checks: Object.fromEntries(
      Object.entries(checks).map(([name, check]) => [name, (update: LobbieUpdate) => check(read(update))]),
    ) as Checks,
    apply: (before, update) => apply(before, read(update)),
  })
}

/** Everybody who looks at the fields of the body sees others. */
function readingFields(read: (fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): Tell {
  return rereading((update) => {
    const fields = fieldsOf(update.body)
    return fields === undefined ? update : withFields(update, read(fields))
  })
}

/** A note that is sent is kept otherwise. */
function keepingNote(change: (note: string) => string): Tell {
  return ({ apply }) => ({
    apply: (before, update) => {
      const after = apply(before, update)
      return typeof fieldOf(update, 'note') === 'string' ? { ...after, note: change(after.note) } : after
    },
  })
}

function withFields(update: LobbieUpdate, value: Readonly<Record<string, unknown>>): LobbieUpdate {
  return { ...update, body: { kind: 'value', value } }
}

function stepOf(update: LobbieUpdate): string {
  return `${appointmentOf(update)?.status} to ${String(fieldOf(update, 'status'))}`
}

function withBody(answer: Answer, body: unknown): Answer {
  return { ...answer, body }
}
