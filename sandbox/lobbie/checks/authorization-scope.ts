import type { RequestCheck } from '../../behaviour.ts'
import { refuse } from '../../update.ts'
import { accountOf, lobbieAppointmentOf, type LobbieUpdate, locationOf } from '../update.ts'

const INTEGER = /^(?:0|-?[1-9]\d*)$/
const NO_ACCESS = 'This integration has no access to that account or location.'

/** Checks of the ids in the path, and of the partner's access to the records with these ids. */
export const authorizationScopeChecks = {
  'account-id-is-integer': ({ path }) => integer(path.accountId, 'accountId must be an integer.'),
  'location-id-is-integer': ({ path }) => integer(path.locationId, 'locationId must be an integer.'),
  'appointment-id-is-integer': ({ path }) => integer(path.appointmentId, 'appointmentId must be an integer.'),
  'account-exists': (update) => (accountOf(update) === undefined ? refuse(403, NO_ACCESS) : undefined),
  'partner-is-active': ({ server, token: { clientId } }) =>
    clientId !== undefined && server.store.partners.get(clientId)?.active !== true
      ? refuse(403, 'This integration is not active.')
      : undefined,
  'account-is-granted': (update) => {
    const { clientId } = update.token
    return clientId !== undefined && accountOf(update)?.grants.has(clientId) !== true
      ? refuse(403, NO_ACCESS)
      : undefined
  },
  'grant-is-active': (update) =>
    accountOf(update)?.grants.get(update.token.clientId ?? '')?.active === false ? refuse(403, NO_ACCESS) : undefined,
  'location-is-of-account': (update) =>
    locationOf(update)?.accountId === Number(update.path.accountId) ? undefined : refuse(403, NO_ACCESS),
  'appointment-exists': (update) =>
    lobbieAppointmentOf(update) === undefined ? refuse(404, 'There is no such appointment.') : undefined,
  'appointment-is-of-account': (update) => {
    const location = update.server.store.locations.get(lobbieAppointmentOf(update)?.locationId ?? Number.NaN)
    return location?.accountId === Number(update.path.accountId)
      ? undefined
      : refuse(404, 'There is no such appointment.')
  },
  'appointment-is-at-location': (update) =>
    lobbieAppointmentOf(update)?.locationId === Number(update.path.locationId)
      ? undefined
      : refuse(404, 'There is no such appointment at that location.'),
} as const satisfies Record<string, RequestCheck<LobbieUpdate>>

function integer(text: string, message: string) {
  return INTEGER.test(text) ? undefined : refuse(400, message)
}
