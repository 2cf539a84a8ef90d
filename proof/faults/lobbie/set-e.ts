import type { LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { accountOf, lobbieAppointmentOf, type LobbieUpdate, requestedStart } from '../../../sandbox/lobbie/update.ts'
import { isBefore } from '../../../sandbox/time/instant.ts'
import { bodyField } from '../../../sandbox/update.ts'
import {
  answers,
  applies,
  changesCheck,
  lobbieFaults,
  rereads,
  sends,
  skips,
  storesRefused,
  together,
} from '../changes.ts'
import { stampsOnlyChanges } from './set-a.ts'
import { cutsNote, isReassignedInPlace, refusesMoveWithinItself } from './set-c.ts'
import { changesStatusWrongly, DEFAULT_MINUTES, relabelsStart } from './set-d.ts'

const CACHED_FOR = 600_000

function isMoved(before: LobbieAppointment, update: LobbieUpdate): boolean {
  const start = requestedStart(update)
  return start !== undefined && (isBefore(start, before.start) || isBefore(before.start, start))
}

/** True if the start has an offset in digits, and not as Z. */
function hasNumericOffset(update: LobbieUpdate): boolean {
  const text = bodyField(update, 'startTime')
  return typeof text === 'string' && /[+-]\d\d:\d\d$/.test(text)
}

function isReassigned({ practitionerId }: LobbieAppointment, update: LobbieUpdate): boolean {
  return sends('practitionerId')(update) && bodyField(update, 'practitionerId') !== practitionerId
}

/** Returns the update as if the stored appointment took 30 minutes. */
function ofDefaultDuration(update: LobbieUpdate): LobbieUpdate {
  const before = lobbieAppointmentOf(update)
  if (before === undefined || !isReassigned(before, update)) return update
  const { store } = update.server
  const appointments = new Map(store.appointments).set(before.id, { ...before, durationMinutes: DEFAULT_MINUTES })
  return { ...update, server: { ...update.server, store: { ...store, appointments } } }
}

/**
 * Makes a fault: the server caches access rights, and the keys of the cache do not contain the partner. For ten minutes
 * after an allowed request, every partner has access to the account and location of this request.
 */
function cachesGrants(correct: LobbieBehaviour): Partial<LobbieBehaviour> {
  const grantedAt = new Map<string, number>()
  const keyOf = ({ path: { accountId, locationId } }: LobbieUpdate): string => `${accountId}/${locationId}`
  return together<LobbieBehaviour>(
    skips(
      ['account-is-granted', 'grant-is-active'],
      (update) => update.now - (grantedAt.get(keyOf(update)) ?? Number.NEGATIVE_INFINITY) <= CACHED_FOR,
    ),
    // Adds a step to the check `appointment-exists`, which runs immediately after the checks of access. The step stores
    // the time at which a partner with access sent a request.
    changesCheck('appointment-exists', (check) => (update) => {
      const isGranted = accountOf(update)?.grants.get(update.token.clientId ?? '')?.active === true
      if (isGranted) grantedAt.set(keyOf(update), update.now)
      return check(update)
    }),
  )(correct)
}

/** The faults of Lobbie in blind set E, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const LOBBIE_SET_E = [
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-move-unconfirms': [
      'Moving a confirmed appointment sets it back to SCHEDULED.',
      applies(
        (_after, before, update) =>
          before.status === 'CONFIRMED' &&
          isMoved(before, update) &&
          !sends('status')(update) && { status: 'SCHEDULED' },
      ),
    ],
    'lobbie-reassign-resets-duration': [
      'Reassignment replaces the duration of the appointment by 30 minutes.',
      together<LobbieBehaviour>(
        changesCheck('practitioner-is-free', (check) => (update) => check(ofDefaultDuration(update))),
        applies((_after, before, update) => isReassigned(before, update) && { durationMinutes: DEFAULT_MINUTES }),
      ),
    ],
    'lobbie-long-note-cut-in-store-e': [
      'A long note is shown in full by the update that sets it, but only its first 255 characters are stored.',
      cutsNote,
    ],
  }),
  ...lobbieFaults('time', ['instant_preserved'], {
    'lobbie-foreign-offset-dropped': [
      'A start with a numeric offset other than that of the location is read as local time of the location.',
      rereads((update) => (hasNumericOffset(update) ? relabelsStart(update) : update)),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-overlaps-itself': [
      'An appointment that is moved by less than its duration collides with itself.',
      refusesMoveWithinItself,
    ],
    'lobbie-reassign-skips-overlap-check': [
      'The check for a free time runs only if a start is sent, and not if only the practitioner changes.',
      skips('practitioner-is-free', isReassignedInPlace),
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-rejected-token-without-challenge': [
      'A 401 for a token that was sent but is not valid lacks the WWW-Authenticate header.',
      answers((answer, { token }) => {
        const { 'www-authenticate': _challenge, ...headers } = answer.headers
        return answer.status === 401 && token.present ? { ...answer, headers } : answer
      }),
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-refused-step-saves-note': [
      'The note of an update is stored although its change of status is refused with an error.',
      storesRefused(409, (before, update) => {
        const note = bodyField(update, 'note')
        return typeof note === 'string' && changesStatusWrongly(before, update) ? { ...before, note } : before
      }),
    ],
  }),
  ...lobbieFaults('credentials', ['ignored_auth', 'scenario_expectation'], {
    'lobbie-grant-cached-without-partner': [
      'The grant is cached by account and location and not by partner, so another partner gets access.',
      cachesGrants,
    ],
  }),
  ...lobbieFaults('time', ['invariant'], {
    'lobbie-unchanged-update-keeps-stamp': [
      'An accepted update that sends only current values does not change updatedAt.',
      stampsOnlyChanges,
    ],
  }),
]
