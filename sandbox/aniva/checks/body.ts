import type { RequestCheck } from '../../behaviour.ts'
import { isMediaType } from '../../http/media-type.ts'
import { bodyField, bodyFields, refuse } from '../../update.ts'
import { type AnivaUpdate, requestedTime } from '../update.ts'
import { isUuidText } from '../uuid.ts'

const FIELDS = ['scheduled_at', 'location_id']

/** Checks of the body: first of its form, then of each field. */
export const anivaBodyChecks = {
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
      : refuse(400, 'The body has a field that cannot be changed.'),
  'scheduled-at-is-string': (update) =>
    isStringOrAbsent(bodyField(update, 'scheduled_at')) ? undefined : refuse(400, 'scheduled_at must be a string.'),
  'scheduled-at-is-date-time': (update) =>
    typeof bodyField(update, 'scheduled_at') === 'string' && requestedTime(update) === undefined
      ? refuse(400, 'scheduled_at must be an ISO 8601 datetime with a timezone designator.')
      : undefined,
  'location-id-is-string': (update) =>
    isStringOrAbsent(bodyField(update, 'location_id')) ? undefined : refuse(400, 'location_id must be a string.'),
  'location-id-is-uuid': (update) => {
    const locationId = bodyField(update, 'location_id')
    return typeof locationId === 'string' && !isUuidText(locationId)
      ? refuse(400, 'location_id must be a UUID.')
      : undefined
  },
} as const satisfies Record<string, RequestCheck<AnivaUpdate>>

function isStringOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}
