import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import { APPOINTMENT_STATUSES } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { lobbieAppointmentOf, type LobbieUpdate, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, toMilliseconds } from '../../../sandbox/time/instant.ts'
import { renderAtOffset } from '../../../sandbox/time/zones.ts'
import { bodyField, bodyFields, refuse } from '../../../sandbox/update.ts'
import {
  answersWith,
  applies,
  changesCheck,
  checksFirst,
  lobbieFaults,
  readsTime,
  refusesAt,
  rereads,
  rereadsFields,
  saves,
  sends,
  sendsOnly,
  shows,
  skips,
  together,
  withFields,
} from '../changes.ts'

const TAKEN = refuse(409, 'The practitioner is taken at that time.')
const FRAMEWORK_ERROR = { timestamp: '2026-01-05T09:00:00.000+00:00', status: 400, error: 'Bad Request' }

/** True if the update changes the status `from` to the status `to`. */
const isStep = (from: string, to: string) => (update: LobbieUpdate) =>
  lobbieAppointmentOf(update)?.status === from && bodyField(update, 'status') === to

/** Makes the server store `change(note)` instead of the sent note. */
const storesNote = (change: (note: string) => string): BehaviourChange<LobbieBehaviour> =>
  applies(({ note }, _before, update) => typeof bodyField(update, 'note') === 'string' && { note: change(note) })

/**
 * Faults of Lobbie by an author who knew the vendor's documentation page and the OpenAPI document, but not the checks
 * of the gate.
 */
export const LOBBIE_FIRST_SET = [
  ...lobbieFaults('conflict', ['status_code_conformance', 'scenario_expectation'], {
    'lobbie-calendar-of-former-practitioner': [
      'If practitioner and start change, the server checks only the appointments of the old practitioner.',
      changesCheck('practitioner-is-free', (isFree) => (update) => {
        const { practitionerId, ...others } = bodyFields(update.body) ?? {}
        const isBoth = practitionerId !== undefined && 'startTime' in others
        return isFree(isBoth ? withFields(update, others) : update)
      }),
    ],
    'lobbie-taken-slot-with-status': [
      'A taken time is accepted if the update also sends a status.',
      skips('practitioner-is-free', sends('status')),
    ],
    'lobbie-closed-and-reassigned': [
      'A closed appointment can be given to another practitioner.',
      skips('appointment-is-open', sendsOnly('practitionerId')),
    ],
    'lobbie-cancelled-in-treatment': [
      'An appointment in treatment can be cancelled.',
      skips('status-step-is-allowed', isStep('IN_TREATMENT', 'CANCELLED')),
    ],
  }),
  ...lobbieFaults('conflict', ['positive_data_acceptance', 'scenario_expectation'], {
    'lobbie-conflict-with-itself': [
      'An appointment that moves by less than its duration conflicts with itself.',
      refusesAt(
        'practitioner-is-free',
        (update) => {
          const [before, start] = [lobbieAppointmentOf(update), requestedStart(update)]
          if (before === undefined || start === undefined) return false
          const moved = Math.abs(toMilliseconds(start) - toMilliseconds(before.start))
          return moved > 0 && moved < before.durationMinutes * 60_000
        },
        TAKEN,
      ),
    ],
    'lobbie-treatment-not-repeated': [
      'The status of an appointment in treatment cannot be sent again.',
      refusesAt('status-step-is-allowed', isStep('IN_TREATMENT', 'IN_TREATMENT'), TAKEN),
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-note-written-before-conflict': [
      'The note of an update is stored although the update is refused because of a taken time.',
      changesCheck('practitioner-is-free', (isFree) => (update) => {
        const refusal = isFree(update)
        const [before, note] = [lobbieAppointmentOf(update), bodyField(update, 'note')]
        if (refusal !== undefined && before !== undefined && typeof note === 'string') {
          update.server.store.save({ ...before, note })
        }
        return refusal
      }),
    ],
  }),
  ...lobbieFaults('validation', ['negative_data_rejection'], {
    'lobbie-practitioner-cut-to-integer': [
      'The fraction of a practitionerId is cut off.',
      rereadsFields((fields) =>
        typeof fields['practitionerId'] === 'number'
          ? { ...fields, practitionerId: Math.trunc(fields['practitionerId']) }
          : fields,
      ),
    ],
    'lobbie-status-by-ordinal': [
      'A number as status is accepted as an index into the list of statuses.',
      rereadsFields((fields) => {
        const named = typeof fields['status'] === 'number' ? APPOINTMENT_STATUSES[fields['status']] : undefined
        return named === undefined ? fields : { ...fields, status: named }
      }),
    ],
    'lobbie-duration-from-request': [
      'A durationMinutes in the request is stored and not refused.',
      together(
        changesCheck('fields-are-known', (areKnown) => (update) => {
          const { durationMinutes: _, ...others } = bodyFields(update.body) ?? {}
          return areKnown(withFields(update, others))
        }),
        applies((_after, _before, update) => {
          const minutes = bodyField(update, 'durationMinutes')
          return Number.isInteger(minutes) && { durationMinutes: Number(minutes) }
        }),
      ),
    ],
    'lobbie-account-read-to-first-letter': [
      'An accountId is read up to its first letter.',
      rereads((update) => {
        const accountId = Number.parseInt(update.path.accountId, 10)
        return Number.isNaN(accountId) ? update : { ...update, path: { ...update.path, accountId: String(accountId) } }
      }),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-note-composed': [
      'A note with combining characters is stored in composed form.',
      storesNote((note) => note.normalize('NFC')),
    ],
    'lobbie-note-cut-at-a-thousand': ['A note is cut at 1000 characters.', storesNote((note) => note.slice(0, 1000))],
  }),
  ...lobbieFaults('response-schema', ['response_schema_conformance'], {
    'lobbie-empty-note-left-out': [
      'The response leaves out an empty note.',
      shows(({ note }) => note === '' && { note: undefined }),
    ],
    'lobbie-rescheduled-twice': [
      'An appointment that was rescheduled twice has the status RESCHEDULED.',
      ({ apply, show }) => {
        const moves = new Map<number, number>()
        return {
          apply: (before, update) => {
            const after = apply(before, update)
            const earlier = before.updatedAt === before.createdAt ? 0 : (moves.get(before.id) ?? 0)
            const isMoved = toMilliseconds(after.start) !== toMilliseconds(before.start)
            moves.set(before.id, isMoved ? earlier + 1 : earlier)
            return after
          },
          show: (appointment, server) => {
            const isUntouched = appointment.updatedAt === appointment.createdAt
            const isMovedTwice = !isUntouched && (moves.get(appointment.id) ?? 0) >= 2
            return { ...show(appointment, server), ...(isMovedTwice ? { status: 'RESCHEDULED' } : {}) }
          },
        }
      },
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-end-in-offset-of-start': [
      'An end after a clock change is shown with the offset of the start.',
      shows(({ start, durationMinutes, locationId }, { store, zones }) => {
        const zone = store.locations.get(locationId)?.timeZone ?? 'UTC'
        return { endTime: renderAtOffset(addMinutes(start, durationMinutes), zones.offsetAt(zone, start)) }
      }),
    ],
  }),
  ...lobbieFaults('time', ['scenario_expectation'], {
    'lobbie-leap-day-refused': [
      'A start on a 29 February is refused.',
      readsTime((text, read) => (/^\d{4}-02-29/.test(text) ? undefined : read(text))),
    ],
  }),
  ...lobbieFaults('credentials', ['ignored_auth'], {
    'lobbie-grant-remembered-for-all': [
      'After one accepted update in an account, every partner may update in that account.',
      (correct) => {
        const opened = new Set<string>()
        return together<LobbieBehaviour>(
          skips(['account-is-granted', 'grant-is-active'], ({ path }) => opened.has(path.accountId)),
          saves((after, update, save) => {
            opened.add(update.path.accountId)
            save(after, update)
          }),
        )(correct)
      },
    ],
  }),
  ...lobbieFaults('status', ['scenario_expectation'], {
    'lobbie-body-before-token': [
      'The body is validated before the token, so an unauthorized client learns what is wrong with the body.',
      checksFirst('body-is-json', 'body-is-object', 'body-has-a-field', 'fields-are-known', 'note-is-string'),
    ],
  }),
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-unreadable-json-told-by-framework': [
      'The error for a body that is not JSON comes from the framework and has no message.',
      answersWith(400, { body: FRAMEWORK_ERROR }, ({ body }) => body.kind === 'broken'),
    ],
  }),
]
