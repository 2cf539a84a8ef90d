import type { Check } from '../../behaviour.ts'
import { isMediaType } from '../../media-type.ts'
import { fieldOf, fieldsOf, refuse } from '../../update.ts'
import { type AnivaUpdate, requestedTime } from '../update.ts'
import { isUuid } from '../uuid.ts'

const FIELDS = ['scheduled_at', 'location_id']

/** What a body has to be: first its form, then each field. */
export const bodyChecks = {
  'content-type-is-json': ({ contentType }) =>
    isMediaType(contentType, 'application/json') ? undefined : refuse(400, 'The body must be application/json.'),
  'body-is-json': ({ body }) => (body.kind === 'broken' ? refuse(400, body.because) : undefined),
  'body-is-object': ({ body }) =>
    fieldsOf(body) === undefined ? refuse(400, 'The body must be a JSON object.') : undefined,
  'body-has-a-field': ({ body }) =>
    Object.keys(fieldsOf(body) ?? {}).length === 0 ? refuse(400, 'The body must name at least one field.') : undefined,
  'fields-are-known': ({ body }) =>
    Object.keys(fieldsOf(body) ?? {}).every((name) => FIELDS.includes(name))
      ? undefined
      : refuse(400, 'The body names a field that cannot be changed.'),
  'scheduled-at-is-string': (update) =>
    isStringOrAbsent(fieldOf(update, 'scheduled_at')) ? undefined : refuse(400, 'scheduled_at must be a string.'),
  'scheduled-at-is-date-time': (update) =>
    typeof fieldOf(update, 'scheduled_at') === 'string' && requestedTime(update) === undefined
      ? refuse(400, 'scheduled_at must be an ISO 8601 datetime with a timezone designator.')
      : undefined,
  'location-id-is-string': (update) =>
    isStringOrAbsent(fieldOf(update, 'location_id')) ? undefined : refuse(400, 'location_id must be a string.'),
  'location-id-is-uuid': (update) => {
    const locationId = fieldOf(update, 'location_id')
    return typeof locationId === 'string' && !isUuid(locationId)
      ? refuse(400, 'location_id must be a UUID.')
      : undefined
  },
} as const satisfies Record<string, Check<AnivaUpdate>>

function isStringOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}
