import { changesBody, changesField, lobbieFaults, omits, shows } from '../changes.ts'

/** Faults in which responses to accepted updates differ from the document. */
export const LOBBIE_ANSWERS = [
  ...lobbieFaults('response-schema', ['response_schema_conformance'], {
    'lobbie-updated-at-missing': ['The response has no updatedAt.', omits('updatedAt')],
    'lobbie-duration-as-text': ['durationMinutes is a string.', changesField('durationMinutes', String)],
    'lobbie-start-time-as-number': [
      'startTime is a number of milliseconds since 1970.',
      changesField('startTime', (time) => Date.parse(String(time))),
    ],
    'lobbie-status-in-lower-case': ['The status is lower-case.', changesField('status', (it) => `${it}`.toLowerCase())],
    'lobbie-status-renamed': [
      'The status NO_SHOW is sent as MISSED.',
      changesField('status', (status) => (status === 'NO_SHOW' ? 'MISSED' : status)),
    ],
    'lobbie-end-time-with-a-blank': [
      'endTime has a blank between date and time.',
      changesField('endTime', (time) => String(time).replace('T', ' ')),
    ],
    'lobbie-offset-without-colon': [
      'The offset of startTime has no colon.',
      changesField('startTime', (time) => String(time).replace(/(\d\d):(\d\d)$/, '$1$2')),
    ],
    'lobbie-created-at-as-date': ['createdAt is a date.', changesField('createdAt', (it) => String(it).slice(0, 10))],
    'lobbie-duration-as-fraction': ['durationMinutes is a fraction.', changesField('durationMinutes', () => 30.5)],
    'lobbie-answer-in-an-envelope': ['The appointment is in a property data.', changesBody((data) => ({ data }))],
    'lobbie-answer-in-a-list': ['The appointment is in an array.', changesBody((body) => [body])],
  }),
  ...lobbieFaults('response-schema', ['invariant'], {
    'lobbie-another-id-echoed': ['The response has another id.', shows(({ id }) => ({ id: id + 1 }))],
    'lobbie-another-location-echoed': [
      'The response has the id of another location.',
      shows(({ locationId }) => ({ locationId: locationId + 1 })),
    ],
  }),
]
