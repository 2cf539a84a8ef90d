import { defect, type Settings, type Switch } from '../common/switch.ts'

/**
 * One setting for each question that Lobbie's documentation does not answer. Each value (position) is a possible
 * answer. `source` names a section or table row of the project's notes on the vendor.
 */
export const lobbieReadings = {
  'base-path': {
    positions: ['root', 'prefixed'],
    source: '4.1 base URL',
    meaning: 'whether the base URL contains a path',
  },
  'error-body': {
    positions: ['message', 'error', 'nested', 'problem', 'text', 'none'],
    source: '4.1 error body of 400/401/403/404/409',
    meaning: 'the form of error bodies; the gateway always sends {"message"}',
  },
  overload: {
    positions: ['never', '429', '503'],
    source: '4.1 429/500/503',
    meaning: 'every twelfth request to the API is refused, with Retry-After',
    interrupts: true,
  },
  'token-limit': {
    positions: ['none', 'three-a-minute'],
    source: '1.4, the numbers are cut',
    meaning: 'the number of token requests after which the token endpoint answers 429',
    interrupts: true,
  },
  'token-refusal': {
    positions: ['400', '401'],
    source: '1.2, errors of the token endpoint are not shown',
    meaning: 'the status for wrong client credentials; RFC 6749 section 5.2 permits both',
  },
  'gateway-key': {
    positions: ['required', 'not-required'],
    source: '4.1 x-api-key on update',
    meaning: 'requests without a valid x-api-key get 403 from the gateway',
  },
  'gateway-first': {
    positions: ['key', 'token'],
    source: '1.2, the order of checks is not stated',
    meaning: 'which credential is checked first',
  },
  'inactive-client': {
    positions: ['403', '401'],
    source: '1.2 check 2 of four, 1.3',
    meaning: 'the status for a client that is no active partner',
  },
  'foreign-location': {
    positions: ['403', '404'],
    source: '1.2 check 4, 1.3: both statuses are documented',
    meaning: 'the status for a location of another account',
  },
  'unknown-account': {
    positions: ['403', '404'],
    source: '1.3: both statuses are documented',
    meaning: 'the status for an account that does not exist',
  },
  'wrong-location': {
    positions: ['404', '403'],
    source: '4.1 right appointment, wrong locationId in the path',
    meaning: 'the status for an appointment of another location of the account',
  },
  'refusal-order': {
    positions: ['lookup-first', 'body-first'],
    source: '1.2, 1.5, the order of checks is not stated',
    meaning: 'whether a missing appointment or an invalid body is reported',
  },
  'bad-path-id': {
    positions: ['400', '404'],
    source: '4.1 id ranges',
    meaning: 'the status for a path id that is no integer of 64 bits',
  },
  'id-below-one': {
    positions: ['404', '400'],
    source: '4.1 id ranges',
    meaning: 'the status for a path id below 1',
  },
  'largest-id': {
    positions: ['int64', 'int32'],
    source: '4.1 id ranges',
    meaning: 'the largest path id that is looked up; larger ones are bad path ids',
  },
  'validation-status': {
    positions: ['400', '422'],
    source: '1.3: 400 has no text, 422 is used elsewhere',
    meaning: 'the status for a JSON object with invalid values',
  },
  'wrong-media-type': {
    positions: ['400', '415'],
    source: '1.5, no other status is listed',
    meaning: 'the status for a body that is not labelled as JSON',
  },
  'empty-body': {
    positions: ['accepted', 'refused'],
    source: '4.1 empty body {}',
    meaning: 'an update without a field',
  },
  'unknown-fields': {
    positions: ['ignored', 'refused'],
    source: '4.1 unknown body fields',
    meaning: 'body fields that are not in the documented request',
  },
  'null-field': {
    positions: ['refused', 'ignored', 'clears-note'],
    source: '4.1 null for a field',
    meaning: 'null in a field; if null clears the note, null in other fields is refused',
  },
  'empty-note': {
    positions: ['stored', 'refused', 'cleared'],
    source: '4.1 null for a field: empty string is a guess',
    meaning: 'an empty note',
  },
  'note-limit': {
    positions: ['none', '1000'],
    source: '4.1 note max length',
    meaning: 'the number of characters above which a note is refused',
  },
  'note-characters': {
    positions: ['any', 'no-control', 'trimmed'],
    source: '4.1 note characters',
    meaning: 'control characters are refused, or outer white space is removed',
  },
  'start-forms': {
    positions: ['rfc3339', 'iso8601'],
    source: '1.5 startTime is ISO 8601, no profile is given',
    meaning: 'whether week dates, compact offsets and times without seconds are accepted',
  },
  'naive-start': {
    positions: ['refused', 'location-time', 'utc'],
    source: '4.1 startTime without offset',
    meaning: 'a start without a zone designator',
  },
  'past-start': {
    positions: ['refused', 'accepted'],
    source: '4.1 startTime in the past',
    meaning: 'a new start in the past',
  },
  'opening-hours': {
    positions: ['ignored', '409', '400'],
    source: '4.1 startTime outside opening hours',
    meaning: 'a new start before 8 or after 18 o’clock at the location',
  },
  'taken-slot': {
    positions: ['409', 'accepted', '400'],
    source: '4.1 must startTime be a free slot; what is 409',
    meaning: 'a start at which the practitioner has another appointment',
  },
  'status-steps': {
    positions: ['forward', 'any', 'one-at-a-time'],
    source: '4.1 status transitions',
    meaning: 'which status may follow which',
  },
  'wrong-step': {
    positions: ['409', '400'],
    source: '4.1 what is 409',
    meaning: 'the status for a step that is not allowed',
  },
  'same-status': {
    positions: ['accepted', 'refused'],
    source: '4.1 is PUT idempotent in practice',
    meaning: 'the current status sent again',
  },
  'closed-appointments': {
    positions: ['locked', 'notes-only', 'open'],
    source: '4.1 edits of CANCELLED, NO_SHOW, CHECKED_OUT',
    meaning: 'which fields of a closed appointment may change; other changes get 409',
  },
  'reschedule-started': {
    positions: ['accepted', 'refused'],
    source: '4.1 what is 409',
    meaning: 'a new start or practitioner for an appointment that is CHECKED_IN or IN_TREATMENT',
  },
  'combined-change': {
    positions: ['accepted', 'refused'],
    source: '1.7 simultaneous reschedule and status change',
    meaning: 'a start or practitioner together with a new status',
  },
  'unknown-practitioner': {
    positions: ['400', '404'],
    source: '4.1 practitioner without the role, or not at this location',
    meaning: 'the status for a practitioner that does not exist in the account',
  },
  'practitioner-without-role': {
    positions: ['400', '404'],
    source: '4.1 practitioner without the role, or not at this location',
    meaning: 'the status for a staff member without a practitioner role',
  },
  'practitioner-elsewhere': {
    positions: ['400', '404', 'accepted'],
    source: '4.1 practitioner without the role, or not at this location',
    meaning: 'a practitioner who does not work at the location',
  },
  'unset-fields': {
    positions: ['omitted', 'null', 'empty-text'],
    source: '4.1 response fields: can note be null or absent',
    meaning: 'a note that was never set',
  },
  'never-updated': {
    positions: ['created-at', 'null', 'omitted'],
    source: '4.1 response fields: can updatedAt be null or absent',
    meaning: 'updatedAt of an appointment that was never updated',
  },
  'unset-practitioner': {
    positions: ['never', 'null', 'omitted'],
    source: '4.1 response fields: can practitionerId be null or absent',
    meaning: 'how responses show that an appointment has no practitioner',
  },
  'response-fields': {
    positions: ['all', 'id-and-status'],
    source: '4.1 response fields: are they always present',
    meaning: 'the fields of the response to an update',
  },
  'extra-response-fields': {
    positions: ['absent', 'present'],
    source: '3.1 row 8, 5',
    meaning: 'response fields that the update page does not list',
  },
  'returned-offset': {
    positions: ['location', 'utc', 'as-sent'],
    source: '4.1 offset of returned times',
    meaning: 'the offset of startTime and endTime',
  },
  'no-op-update': {
    positions: ['moves', 'keeps'],
    source: '4.1 does updatedAt move on a no-op',
    meaning: 'updatedAt after an update that changes nothing',
  },
  notification: {
    positions: ['never', 'on-change'],
    source: '4.1 does it notify the patient',
    meaning: 'an update notifies the patient; recorded in `effects`',
  },
  etag: {
    positions: ['absent', 'checked'],
    source: '4.1 ETag / If-Match / concurrency',
    meaning: 'responses to updates have an ETag, and If-Match is checked',
  },
  'get-one': {
    positions: ['405', '404', 'offered'],
    source: '4.1 GET single appointment',
    meaning: 'GET on the path of the update',
  },
  'next-page-field': {
    positions: ['nextCursor', 'cursor', 'nextPageToken'],
    source: '4.1 next-cursor field name',
    meaning: 'the field of the list that leads to the next page',
  },
} as const satisfies Readonly<Record<string, Switch>>

/** Defects that a real server could have. */
export const lobbieDefects = {
  'update-not-stored': defect(
    'the response shows the new values, and nothing is stored',
    'seed: update an appointment',
  ),
  'note-reset': defect('an update without a note clears the note', 'seed: only provided fields are updated'),
  'instant-shifted': defect('the offset of startTime is ignored', 'seed: new start time (ISO 8601)'),
  'other-appointment-changed': defect(
    'the next appointment of the patient gets the same values',
    'seed: update an existing appointment',
  ),
  'refused-update-stored': defect('the well-formed fields of a refused update are stored', '1.3: 4xx are errors'),
  'wrong-id-returned': defect('the response has the id of the patient as id', 'seed: id is that of the appointment'),
  'signature-not-checked': defect(
    'tokens with a wrong signature or none are accepted',
    '1.3: 401 for an invalid token',
  ),
  'foreign-appointment-changed': defect(
    'an appointment of another account can be updated with an account of the partner in the path',
    '1.3: 404 if the resource does not belong to the account',
  ),
  'unknown-status-stored': defect('any text is accepted as status', 'seed: enum of status'),
  'crash-on-wrong-type': defect('a value of the wrong type gets 500', '1.5: 400 is the error of the request'),
} as const satisfies Readonly<Record<string, Switch>>

/** The values of all settings of the test server that imitates Lobbie. */
export type LobbieSettings = Settings<typeof lobbieReadings & typeof lobbieDefects>
