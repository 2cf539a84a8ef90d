import type { Check } from '../../behaviour.ts'
import { refuse } from '../../update.ts'
import { type AnivaUpdate, appointmentOf, keyOf } from '../update.ts'
import { isUuid } from '../uuid.ts'

const FORBIDDEN = refuse(403, 'Forbidden')

/** Who may come to which appointment. Aniva never answers 401. */
export const accessChecks = {
  'key-present': ({ key }) => (key === null ? FORBIDDEN : undefined),
  'key-known': (update) => (update.key !== null && keyOf(update) === undefined ? FORBIDDEN : undefined),
  'key-active': (update) => (keyOf(update)?.active === false ? FORBIDDEN : undefined),
  'key-may-update': (update) => (keyOf(update)?.mayUpdate === false ? FORBIDDEN : undefined),
  'id-is-uuid': ({ id }) => (isUuid(id) ? undefined : refuse(400, 'The appointment id must be a UUID.')),
  'appointment-exists': (update) =>
    appointmentOf(update) === undefined ? refuse(404, 'There is no such appointment.') : undefined,
  'appointment-is-in-context': (update) => {
    const group = keyOf(update)?.group
    return group === undefined || appointmentOf(update)?.group === group ? undefined : FORBIDDEN
  },
} as const satisfies Record<string, Check<AnivaUpdate>>
