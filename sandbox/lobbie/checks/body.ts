import type { RequestCheck } from '../../behaviour.ts'
import { isMediaType } from '../../http/media-type.ts'
import { addMinutes } from '../../time/instant.ts'
import { isAppointmentStatus } from '../appointment.ts'
import { bodyField, bodyFields, refuse } from '../../update.ts'
import { lobbieAppointmentOf, type LobbieUpdate, locationOf, requestedStart } from '../update.ts'

const FIELDS = ['note', 'practitionerId', 'startTime', 'status']

/** Checks of the body: first of its form, then of each field, then of the records to which the fields refer. */
export const lobbieBodyChecks = {
  'content-type-is-json': ({ contentType }) =>
    isMediaType(contentType, 'application/json') ? undefined : refuse(400, 'The body must be application/json.'),
  'body-is-json': ({ body }) => (body.kind === 'broken' ? refuse(400, body.because) : undefined),
  'body-is-object': ({ body }) =>
    bodyFields(body) === undefined ? refuse(400, 'The body must be a JSON object.') : undefined,
  'body-has-a-field': ({ body }) =>
    Object.keys(bodyFields(body) ?? {}).length === 0
      ? refuse(400, 'The body must have at least one field.')
      : undefined,
  'fields-are-known': ({ body }) =>
    Object.keys(bodyFields(body) ?? {}).every((name) => FIELDS.includes(name))
      ? undefined
      : refuse(400, 'The body has an unknown field.'),
  'note-is-string': (update) =>
    isAbsentOr('string', bodyField(update, 'note')) ? undefined : refuse(400, 'note must be a string.'),
  'practitioner-id-is-integer': (update) => {
    const practitionerId = bodyField(update, 'practitionerId')
    return practitionerId === undefined || Number.isInteger(practitionerId)
      ? undefined
      : refuse(400, 'practitionerId must be an integer.')
  },
  'start-time-is-string': (update) =>
    isAbsentOr('string', bodyField(update, 'startTime')) ? undefined : refuse(400, 'startTime must be a string.'),
  'start-time-is-date-time': (update) =>
    typeof bodyField(update, 'startTime') === 'string' && requestedStart(update) === undefined
      ? refuse(400, 'startTime must be an RFC 3339 date-time with an offset.')
      : undefined,
  'start-time-has-four-digit-year': (update) =>
    isStartShowable(update) ? undefined : refuse(400, 'startTime must be in the years 0000 to 9999 at the location.'),
  'status-is-known': (update) => {
    const status = bodyField(update, 'status')
    return status === undefined || isAppointmentStatus(status) ? undefined : refuse(400, 'status is unknown.')
  },
  'practitioner-exists': (update) =>
    typeof bodyField(update, 'practitionerId') === 'number' && newStaffMember(update) === undefined
      ? refuse(400, 'The practitioner does not exist.')
      : undefined,
  'practitioner-has-the-role': (update) =>
    newStaffMember(update)?.isPractitioner === false
      ? refuse(400, 'That staff member is not a practitioner.')
      : undefined,
  'practitioner-is-at-location': (update) =>
    newStaffMember(update)?.locationIds.includes(Number(update.path.locationId)) === false
      ? refuse(400, 'That practitioner is not at this location.')
      : undefined,
} as const satisfies Record<string, RequestCheck<LobbieUpdate>>

function isAbsentOr(type: 'string', value: unknown): boolean {
  return value === undefined || typeof value === type
}

function newStaffMember(update: LobbieUpdate) {
  const practitionerId = bodyField(update, 'practitionerId')
  return typeof practitionerId === 'number' ? update.server.store.staff.get(practitionerId) : undefined
}

/** True if start and end can be written with the offset of the location. RFC 3339 allows only years of four digits. */
function isStartShowable(update: LobbieUpdate): boolean {
  const start = requestedStart(update)
  if (start === undefined) return true
  const { zones } = update.server
  const zone = locationOf(update)?.timeZone ?? 'UTC'
  const end = addMinutes(start, lobbieAppointmentOf(update)?.durationMinutes ?? 0)
  return zones.canRender(start, zone) && zones.canRender(end, zone)
}
