import type { LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import type { LobbieCheckName } from '../../../sandbox/lobbie/checks.ts'
import { showLobbieAppointment } from '../../../sandbox/lobbie/show.ts'
import { isClosed, occupies } from '../../../sandbox/lobbie/status-steps.ts'
import { applyLobbieUpdate } from '../../../sandbox/lobbie/apply.ts'
import { accountOf, lobbieAppointmentOf, type LobbieUpdate, locationOf } from '../../../sandbox/lobbie/update.ts'
import { addMinutes, isBefore } from '../../../sandbox/time/instant.ts'
import { bodyField, bodyFields } from '../../../sandbox/update.ts'
import {
  answers,
  applies,
  lobbieFaults,
  refuse,
  refusesAt,
  saves,
  sendsOnly,
  skips,
  storesRefused,
  together,
} from '../changes.ts'

const LEGAL_FIELDS = ['note', 'practitionerId', 'startTime', 'status']

/**
 * True if the partner is active but has no access to the account in the path, and the location in the path belongs to
 * this account.
 */
function isWithoutGrant(update: LobbieUpdate): boolean {
  const { token, server } = update
  const { clientId = '' } = token
  const account = accountOf(update)
  const isActive = server.store.partners.get(clientId)?.active === true
  return isActive && account !== undefined && account.grants.get(clientId)?.active !== true && isOfAccount(update)
}

function isOfAccount(update: LobbieUpdate): boolean {
  return locationOf(update)?.accountId === Number(update.path.accountId)
}

function isAtLocation(update: LobbieUpdate): boolean {
  return lobbieAppointmentOf(update)?.locationId === Number(update.path.locationId)
}

function isExpired({ token, now }: LobbieUpdate): boolean {
  return token.signed && now >= (token.expiresAt ?? 0) * 1000
}

/** Returns the appointment that overlaps the updated appointment. */
export function clashOf(update: LobbieUpdate): LobbieAppointment | undefined {
  const before = lobbieAppointmentOf(update)
  if (before === undefined) return undefined
  const after = applyLobbieUpdate(before, update)
  const endOf = ({ start, durationMinutes }: LobbieAppointment) => addMinutes(start, durationMinutes)
  return [...update.server.store.appointmentsOf(after.practitionerId)].find(
    (other) =>
      other.id !== after.id &&
      occupies(other.status) &&
      isBefore(after.start, endOf(other)) &&
      isBefore(other.start, endOf(after)),
  )
}

/** The message of a refusal that another appointment causes. */
const TAKEN = 'The practitioner is taken at that time.'

function escaped(note: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return note.replaceAll(/[&<>"']/g, (character) => names[character] ?? character)
}

/**
 * True if the body has an integer `patientId`, at least one field that an update is allowed to change, and no other
 * field.
 */
function sendsPatientToo({ body }: Pick<LobbieUpdate, 'body'>): boolean {
  const names = Object.keys(bodyFields(body) ?? {})
  const others = names.filter((name) => name !== 'patientId')
  const isKnown = others.length > 0 && others.every((name) => LEGAL_FIELDS.includes(name))
  return Number.isInteger(bodyField({ body }, 'patientId')) && isKnown
}

/** A fault: the server does not check that the location in the path belongs to the account in the path. */
export const acceptsForeignLocation = together<LobbieBehaviour>(
  skips('location-is-of-account', (update) => locationOf(update) !== undefined),
  skips('appointment-is-of-account', (update) => !isOfAccount(update)),
)

/** A fault: the response to an expired token has no WWW-Authenticate. */
export const challengeLessIfExpired = answers<LobbieUpdate, LobbieAppointment, LobbieCheckName>((answer, update) => {
  const { 'www-authenticate': _challenge, ...headers } = answer.headers
  return answer.status === 401 && isExpired(update) ? { ...answer, headers } : answer
})

/** The faults of Lobbie in blind set B, whose author had not seen the gate (`decisions/0015-three-blind-sets.md`). */
export const LOBBIE_SET_B = [
  ...lobbieFaults('credentials', ['scenario_expectation', 'ignored_auth'], {
    'lobbie-foreign-location-through-own-account': [
      'The server does not check that the location belongs to the account, so an appointment of another account can be updated.',
      acceptsForeignLocation,
    ],
    'lobbie-enumerates-foreign-appointments': [
      'Without a grant to the account, an unknown appointment id gets 404 instead of 403.',
      refusesAt(
        'account-is-granted',
        (update) => isWithoutGrant(update) && !isAtLocation(update),
        refuse(404, 'Appointment not found'),
      ),
    ],
    'lobbie-signature-not-verified': [
      'A token with valid claims and a broken signature is accepted.',
      skips('token-signature'),
      {
        whySeveralFindings:
          'A token of an unknown client is then refused with 403, and one of the partner is accepted.',
      },
    ],
  }),
  ...lobbieFaults('validation', ['scenario_expectation'], {
    'lobbie-front-desk-staff-as-practitioner': [
      'A staff member of the location without a practitioner role is accepted as practitioner.',
      skips('practitioner-has-the-role'),
    ],
  }),
  ...lobbieFaults('headers', ['response_headers_conformance'], {
    'lobbie-expired-token-without-challenge': [
      'The 401 for an expired token has no WWW-Authenticate.',
      challengeLessIfExpired,
    ],
  }),
  ...lobbieFaults('error-body', ['response_schema_conformance'], {
    'lobbie-conflict-shows-the-other-patient': [
      'The body of the 409 for a taken time is the appointment of the other patient.',
      answers((answer, update) => {
        const isTaken = answer.status === 409 && JSON.stringify(answer.body).includes(TAKEN)
        const other = isTaken ? clashOf(update) : undefined
        if (other === undefined) return answer
        const { id, patientId, practitionerId, locationId, startTime, endTime, status, note } = showLobbieAppointment(
          other,
          update.server,
        )
        const conflictsWith = { id, patientId, practitionerId, locationId, startTime, endTime, status, note }
        return { ...answer, body: { conflictsWith } }
      }),
    ],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-refused-update-keeps-the-note': [
      'The note of an update that is refused with 409 is stored and moves updatedAt, unless the appointment is closed.',
      storesRefused(409, (before, update) => {
        const note = bodyField(update, 'note')
        return typeof note === 'string' && !isClosed(before.status)
          ? { ...before, note, updatedAt: Math.max(update.now, before.updatedAt + 1) }
          : before
      }),
    ],
  }),
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-note-escaped-in-the-store': [
      'The characters & < > " and \' of a note are stored as HTML entities.',
      saves((after, update, save) =>
        save(bodyField(update, 'note') === undefined ? after : { ...after, note: escaped(after.note) }, update),
      ),
    ],
  }),
  ...lobbieFaults('validation', ['negative_data_rejection'], {
    'lobbie-patient-by-mass-assignment': [
      'A patientId next to another field is accepted and stored.',
      together(
        skips('fields-are-known', sendsPatientToo),
        applies((_after, _before, update) => {
          const patientId = bodyField(update, 'patientId')
          return sendsPatientToo(update) && { patientId: Number(patientId) }
        }),
      ),
    ],
  }),
  ...lobbieFaults('conflict', ['scenario_expectation'], {
    'lobbie-checked-out-note-still-editable': [
      'An update of the note alone is accepted for an appointment that is CHECKED_OUT.',
      skips(
        ['appointment-is-open', 'practitioner-is-free'],
        (update) => lobbieAppointmentOf(update)?.status === 'CHECKED_OUT' && sendsOnly('note')(update),
      ),
    ],
  }),
]
