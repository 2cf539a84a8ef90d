import type { LobbieFault } from '../../fault.ts'
import { omit, tellBody } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'response-schema', caughtBy: ['response_schema_conformance'] } as const

/** Bodies of accepted updates that are not as the document has them. */
export const lobbieAnswers: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-status-missing',
    lie: 'The answer has no status.',
    tell: tellBody((body) => omit(body, 'status')),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-at-missing',
    lie: 'The answer has no updatedAt.',
    tell: tellBody((body) => omit(body, 'updatedAt')),
  },
  {
    ...lobbie,
    id: 'lobbie-id-as-text',
    lie: 'The id comes as a string.',
    tell: tellBody((body) => ({ ...body, id: String(body['id']) })),
  },
  {
    ...lobbie,
    id: 'lobbie-duration-as-text',
    lie: 'durationMinutes comes as a string.',
    tell: tellBody((body) => ({ ...body, durationMinutes: String(body['durationMinutes']) })),
  },
  {
    ...lobbie,
    id: 'lobbie-start-time-as-number',
    lie: 'startTime comes as milliseconds since 1970.',
    tell: tellBody((body) => ({ ...body, startTime: Date.parse(String(body['startTime'])) })),
  },
  {
    ...lobbie,
    id: 'lobbie-end-time-null',
    lie: 'endTime is null.',
    tell: tellBody((body) => ({ ...body, endTime: null })),
  },
  {
    ...lobbie,
    id: 'lobbie-status-in-lower-case',
    lie: 'The status comes in lower case.',
    tell: tellBody((body) => ({ ...body, status: String(body['status']).toLowerCase() })),
  },
  {
    ...lobbie,
    id: 'lobbie-status-renamed',
    lie: 'NO_SHOW is called MISSED.',
    tell: tellBody((body) => (body['status'] === 'NO_SHOW' ? { ...body, status: 'MISSED' } : body)),
  },
  {
    ...lobbie,
    id: 'lobbie-status-new',
    lie: 'An appointment under treatment has a status that the document does not know.',
    tell: tellBody((body) => (body['status'] === 'IN_TREATMENT' ? { ...body, status: 'WITH_PRACTITIONER' } : body)),
  },
  {
    ...lobbie,
    id: 'lobbie-start-time-naive',
    lie: 'startTime comes without an offset.',
    tell: tellBody((body) => ({ ...body, startTime: String(body['startTime']).slice(0, 19) })),
  },
  {
    ...lobbie,
    id: 'lobbie-end-time-with-a-blank',
    lie: 'endTime comes with a blank between date and time.',
    tell: tellBody((body) => ({ ...body, endTime: String(body['endTime']).replace('T', ' ') })),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-without-colon',
    lie: 'The offset of startTime comes without its colon.',
    tell: tellBody((body) => ({ ...body, startTime: String(body['startTime']).replace(/(\d\d):(\d\d)$/, '$1$2') })),
  },
  {
    ...lobbie,
    id: 'lobbie-created-at-as-date',
    lie: 'createdAt comes as a date.',
    tell: tellBody((body) => ({ ...body, createdAt: String(body['createdAt']).slice(0, 10) })),
  },
  {
    ...lobbie,
    id: 'lobbie-duration-as-fraction',
    lie: 'durationMinutes is no whole number.',
    tell: tellBody((body) => ({ ...body, durationMinutes: 30.5 })),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-in-an-envelope',
    lie: 'The appointment comes in a member data.',
    tell: tellBody((body) => ({ data: body })),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-in-a-list',
    lie: 'The appointment comes in a list.',
    tell: tellBody((body) => [body]),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-without-body',
    lie: 'An accepted update is answered without a body.',
    tell: tellBody(() => ({ verbatim: '' })),
  },
  {
    ...lobbie,
    id: 'lobbie-another-id-echoed',
    lie: 'The answer names another appointment.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({ ...show(appointment, world), id: appointment.id + 1 }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-another-location-echoed',
    lie: 'The answer names another location.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({ ...show(appointment, world), locationId: appointment.locationId + 1 }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-undocumented-field',
    lie: 'The answer has a field that the document does not know.',
    caughtBy: ['undocumented_field'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({ ...show(appointment, world), reminderSent: false }),
    }),
  },
]
