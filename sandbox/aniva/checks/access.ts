import type { RequestCheck } from '../../behaviour.ts'
import { refuse } from '../../update.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf } from '../update.ts'
import { isUuidText } from '../uuid.ts'

const FORBIDDEN = refuse(403, 'Forbidden')

/** Checks of the API key, and of its access to the records in the request. Aniva never answers 401. */
export const accessChecks = {
  'key-present': ({ key }) => (key === null ? FORBIDDEN : undefined),
  'key-known': (update) => (update.key !== null && keyOf(update) === undefined ? FORBIDDEN : undefined),
  'key-active': (update) => (keyOf(update)?.active === false ? FORBIDDEN : undefined),
  'key-may-update': (update) => (keyOf(update)?.mayUpdate === false ? FORBIDDEN : undefined),
  'id-is-uuid': ({ id }) => (isUuidText(id) ? undefined : refuse(400, 'The appointment id must be a UUID.')),
  'appointment-exists': (update) =>
    anivaAppointmentOf(update) === undefined ? refuse(404, 'There is no such appointment.') : undefined,
  'appointment-is-in-context': (update) => {
    const group = keyOf(update)?.group
    return group === undefined || anivaAppointmentOf(update)?.group === group ? undefined : FORBIDDEN
  },
} as const satisfies Record<string, RequestCheck<AnivaUpdate>>
