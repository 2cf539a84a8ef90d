import { defect, type Settings, type Switch } from '../common/switch.ts'

/**
 * One setting for each question that Aniva's documentation does not answer. Each value (position) is a possible answer.
 * `source` names a section or table row of the project's notes on the vendor.
 */
export const anivaReadings = {
  'base-path': {
    positions: ['root', 'prefixed'],
    source: '2.1, no sandbox host is documented',
    meaning: 'whether the base URL contains a path',
  },
  'error-body': {
    positions: ['error', 'message', 'nested', 'problem', 'text', 'none'],
    source: '4.2 400/404/409/500 body',
    meaning: 'the form of error bodies; 403 always has {"error":"Forbidden"}',
  },
  overload: {
    positions: ['never', '429', '503'],
    source: '4.2 429, Retry-After, limits',
    meaning: 'every twelfth request is refused, with Retry-After',
    interrupts: true,
  },
  // This is a setting and not a defect. For a request without a key, the vendor documents a 403, but does not exclude a
  // 401, the status of RFC 9110 §15.5.2. The vendor promises only that the request is refused.
  'missing-key': {
    positions: ['403', '401'],
    source: '4.2 401: accept it; 2.2 says 403',
    meaning: 'the status of a request without a valid key',
  },
  'foreign-appointment': {
    positions: ['403', '404'],
    source: '2.8 403 vs 404: both are documented',
    meaning: 'the status for an appointment outside the access context of the key',
  },
  'foreign-location': {
    positions: ['403', '404'],
    source: '2.8 403 vs 404: both are documented',
    meaning: 'the status for a location outside the access context of the key',
  },
  'refusal-order': {
    positions: ['lookup-first', 'body-first', 'state-first'],
    source: '2.3, the order of checks is not stated',
    meaning: 'which is reported first: a missing appointment, an invalid body or a locked appointment',
  },
  'validation-status': {
    positions: ['400', '422'],
    source: '2.3: the examples for 400 are not a full list',
    meaning: 'the status for values other than past times, naive times and invalid UUIDs, which always get 400',
  },
  'wrong-media-type': {
    positions: ['400', '415'],
    source: '2.5, no other status is listed',
    meaning: 'the status for a body that is not labelled as JSON',
  },
  'empty-body': {
    positions: ['accepted', 'refused'],
    source: '4.2 empty body {}',
    meaning: 'an update without a field',
  },
  'unknown-fields': {
    positions: ['ignored', 'refused'],
    source: '4.2 unknown fields',
    meaning: 'body fields that are not in the documented request',
  },
  'null-time': {
    positions: ['refused', 'ignored', 'clears'],
    source: '4.2 null for scheduled_at',
    meaning: 'null as scheduled_at',
  },
  'null-location': {
    positions: ['refused', 'ignored', 'clears'],
    source: '4.2 null for location_id',
    meaning: 'null as location_id',
  },
  'location-for-home': {
    positions: ['accepted', '400', '409'],
    source: '4.2 setting location_id on a home appointment',
    meaning: 'an update that sends a location for a home kit',
  },
  'inactive-location': {
    positions: ['400', '404'],
    source: '4.2 inactive location',
    meaning: 'the status for a location that exists and is not active',
  },
  'only-location': {
    positions: ['keeps-instant', 'keeps-wall-clock'],
    source: '4.2 only location_id sent across zones',
    meaning: 'the part of scheduled_at that stays the same if only the location changes',
  },
  'opening-hours': {
    positions: ['ignored', '400', '409'],
    source: '4.2 scheduled_at outside opening hours',
    meaning: 'a time before 8 or after 18 o’clock at the location',
  },
  'taken-slot': {
    positions: ['accepted', '409', '400'],
    source: '4.2 scheduled_at on a taken slot',
    meaning: 'a time at which the location has another appointment',
  },
  'furthest-time': {
    positions: ['none', '90-days'],
    source: '4.2 how far in the future',
    meaning: 'the latest time that is accepted',
  },
  'future-margin': {
    positions: ['none', 'minute-of-grace', 'hour-ahead'],
    source: '4.2 clock skew for "future"',
    meaning: 'the earliest time: now, a minute ago, or in an hour',
  },
  fractions: {
    positions: ['kept', 'dropped', 'refused'],
    source: '4.2 seconds/fractions allowed',
    meaning: 'a time with a fraction of a second',
  },
  'without-seconds': {
    positions: ['refused', 'accepted'],
    source: '4.2 seconds/fractions allowed',
    meaning: 'a time without seconds',
  },
  'lower-case-time': {
    positions: ['accepted', 'refused'],
    source: '4.2 lower-case z',
    meaning: 'a time with lower-case t or z',
  },
  'compact-offset': {
    positions: ['refused', 'accepted'],
    source: '4.2 +0200',
    meaning: 'an offset without colon',
  },
  'negative-zero': {
    positions: ['accepted', 'refused'],
    source: '4.2 -00:00',
    meaning: 'the offset -00:00',
  },
  'week-date': {
    positions: ['refused', 'accepted'],
    source: '4.2 week dates',
    meaning: 'a week date such as 2026-W05-3',
  },
  'reschedule-status': {
    positions: ['stays', 'pending'],
    source: '4.2 does a reschedule of a confirmed one fall back to pending',
    meaning: 'the status of a confirmed appointment after its time changed',
  },
  'zoneless-offset': {
    positions: ['utc', 'as-sent'],
    source: '4.2 timezone: null location',
    meaning: 'the offset of scheduled_at without a location or without a zone',
  },
  'pending-confirmation': {
    positions: ['never', 'after-a-minute'],
    source: '4.2 pending → confirmed trigger',
    meaning: 'when the server confirms a pending appointment',
  },
  'confirm-locked': {
    positions: ['409', '200'],
    source: '4.2 confirm on a cancelled or already drawn one',
    meaning: 'the response status if a confirmed or cancelled appointment is confirmed again',
  },
  etag: {
    positions: ['absent', 'checked'],
    source: '4.2 ETag, idempotency key, retry safety',
    meaning: 'responses with one appointment have an ETag, and If-Match is checked',
  },
  'no-op-update': {
    positions: ['moves', 'keeps'],
    source: '2.4 update is not described as idempotent',
    meaning: 'updated_at after an update that changes nothing',
  },
  'id-case': {
    positions: ['insensitive', 'sensitive'],
    source: '4.2 id case sensitivity (upper-case UUIDs)',
    meaning: 'whether upper-case ids find an object',
  },
  'body-size': {
    positions: ['unlimited', '16-kibibytes'],
    source: '4.2 max sizes',
    meaning: 'the size above which a body gets 413',
  },
  'profile-values': {
    positions: ['plain', 'unusual'],
    source: '4.2 sex 0/9, language others, non-latin names on read',
    meaning: 'values in the profile that the documentation does not list',
  },
  // This is a setting and not a defect. Only the documentation page of the update shows all three embedded objects.
  // Samples on other pages leave out `shipments` or most fields of `profile`. No table calls these objects required.
  embedded: {
    positions: ['all', 'short-profile', 'missing'],
    source: '4.2 are profile, panels, shipments always present',
    meaning: 'the embedded objects that responses contain',
  },
  'extra-response-fields': {
    positions: ['absent', 'present'],
    source: '5, open objects',
    meaning: 'response fields that the documentation does not list',
  },
  'panels-list': {
    positions: ['absent', 'offered'],
    source: '4.2 list panels fields',
    meaning: 'whether GET /api/v1/panels exists',
  },
} as const satisfies Readonly<Record<string, Switch>>

/** Defects that a real server could have. */
export const anivaDefects = {
  'update-not-stored': defect(
    'the response shows the new values, and nothing is stored',
    'seed: update appointment details',
  ),
  'location-reset': defect('an update without a location clears the location', 'seed: only the fields to change'),
  'instant-shifted': defect('the offset of scheduled_at is ignored', 'seed: Z or an explicit offset'),
  'other-appointment-changed': defect(
    'the other open appointments of the profile get the same values',
    'seed: id is that of the appointment to update',
  ),
  'refused-update-stored': defect('the well-formed fields of a refused update are stored', 'seed: error responses'),
  'locked-appointment-changed': defect(
    'cancelled and drawn appointments can be changed',
    'seed: 409 if the draw is confirmed or the appointment is cancelled',
  ),
  'wrong-id-returned': defect('the response has the id of the profile as id', 'seed: id is that of the appointment'),
  'key-not-checked': defect('any value of x-api-key is accepted', 'seed: 403 for a key without access'),
  'past-time-accepted': defect('scheduled_at may be in the past', 'seed: must be in the future'),
  'utc-returned': defect('scheduled_at is returned in UTC', 'seed: returned with the location’s offset'),
} as const satisfies Readonly<Record<string, Switch>>

/** The values of all settings of the test server that imitates Aniva. */
export type AnivaSettings = Settings<typeof anivaReadings & typeof anivaDefects>
