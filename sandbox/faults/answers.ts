import { showAppointment as showAniva } from '../aniva/show.ts'
import type { Verbatim } from '../answer.ts'
import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { isJsonObject } from '../json-text.ts'
import { showAppointment } from '../lobbie/show.ts'
import { omit, onStatus, withBody } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'response-schema', caughtBy: ['response_schema_conformance'] } as const
const aniva = { api: 'aniva', family: 'response-schema', caughtBy: ['response_schema_conformance'] } as const

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-status-missing',
    lie: 'The answer has no status.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => omit(body, 'status')) }),
  },
  {
    ...lobbie,
    id: 'lobbie-id-as-text',
    lie: 'The id comes as a string.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, id: String(body['id']) })) }),
  },
  {
    ...lobbie,
    id: 'lobbie-end-time-null',
    lie: 'endTime is null.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, endTime: null })) }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-in-lower-case',
    lie: 'The status comes in lower case.',
    tell: () => ({
      answer: (answer) => withBody(answer, (body) => ({ ...body, status: String(body['status']).toLowerCase() })),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-renamed',
    lie: 'NO_SHOW is called MISSED.',
    tell: () => ({
      answer: (answer) =>
        withBody(answer, (body) => (body['status'] === 'NO_SHOW' ? { ...body, status: 'MISSED' } : body)),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-start-time-naive',
    lie: 'startTime comes without an offset.',
    tell: () => ({
      answer: (answer) => withBody(answer, (body) => ({ ...body, startTime: String(body['startTime']).slice(0, 19) })),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-duration-as-fraction',
    lie: 'durationMinutes is no whole number.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, durationMinutes: 30.5 })) }),
  },
  {
    ...lobbie,
    id: 'lobbie-another-id-echoed',
    lie: 'The answer names another appointment.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => ({ ...showAppointment(appointment, world), id: appointment.id + 1 }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-another-location-echoed',
    lie: 'The answer names another location.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => ({
        ...showAppointment(appointment, world),
        locationId: appointment.locationId + 1,
      }),
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
  {
    ...lobbie,
    id: 'lobbie-error-without-message',
    family: 'error-body',
    lie: 'The body of a 409 has no message.',
    tell: () => ({ answer: (answer) => onStatus(answer, 409, { body: { reason: 'conflict' } }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-message-is-object',
    family: 'error-body',
    lie: 'The message of a 400 is an object.',
    tell: () => ({ answer: (answer) => onStatus(answer, 400, { body: { message: { text: 'Invalid.' } } }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-stack-trace',
    family: 'error-body',
    lie: 'A 404 shows a stack trace.',
    caughtBy: ['error_body_leak'],
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 404, {
          body: {
            message: 'Not found',
            trace: 'java.lang.NullPointerException\n\tat com.lobbie.partner.Update.find(Update.java:87)',
          },
        }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-sql',
    family: 'error-body',
    lie: 'A 409 shows the database’s own message.',
    caughtBy: ['error_body_leak'],
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 409, {
          body: {
            message:
              'ERROR: duplicate key value violates unique constraint "slot_pk"; UPDATE appointment SET start_time = $1 WHERE id = $2',
          },
        }),
    }),
  },
]

const anivaFaults: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-id-missing',
    lie: 'The answer has no id.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => omit(body, 'id')) }),
  },
  {
    ...aniva,
    id: 'aniva-status-null',
    lie: 'The status is null.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, status: null })) }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-method',
    lie: 'A test method has a name that the document does not know.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, test_method: 'at_home' })) }),
  },
  {
    ...aniva,
    id: 'aniva-time-naive',
    lie: 'scheduled_at comes without an offset.',
    tell: () => ({
      answer: (answer) =>
        withBody(answer, (body) => ({ ...body, scheduled_at: String(body['scheduled_at']).slice(0, 19) })),
    }),
  },
  {
    ...aniva,
    id: 'aniva-shipments-null',
    lie: 'Shipments are null.',
    tell: () => ({ answer: (answer) => withBody(answer, (body) => ({ ...body, shipments: null })) }),
  },
  {
    ...aniva,
    id: 'aniva-profile-sex-as-text',
    lie: 'The sex of the profile comes as a string.',
    tell: () => ({
      answer: (answer) =>
        withBody(answer, (body) =>
          isJsonObject(body['profile']) ? { ...body, profile: { ...body['profile'], sex: '2' } } : body,
        ),
    }),
  },
  {
    ...aniva,
    id: 'aniva-profile-of-somebody-else',
    lie: 'The embedded profile is not the one that profile_id names.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => ({ ...showAniva(appointment, world), profile_id: appointment.id }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-cancelled-panels-shown',
    lie: 'Cancelled panel attachments are shown.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => {
        const panels = appointment.panels.map((panel) => ({ ...panel, cancelled: false }))
        return showAniva({ ...appointment, panels }, world)
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-home-kit-shows-a-location',
    lie: 'A home kit appointment shows a location.',
    caughtBy: ['invariant'],
    tell: () => ({
      show: (appointment, world) => {
        const shown = showAniva(appointment, world)
        return appointment.testMethod === 'home' ? { ...shown, location_id: appointment.id } : shown
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-error-as-list',
    family: 'error-body',
    lie: 'The error of a 400 is a list.',
    tell: () => ({ answer: (answer) => onStatus(answer, 400, { body: { error: ['Invalid.'] } }) }),
  },
  {
    ...aniva,
    id: 'aniva-key-echoed',
    family: 'error-body',
    lie: 'A 403 repeats the key that was sent.',
    caughtBy: ['error_body_leak'],
    tell: () => ({
      answer: (answer, { key }) =>
        onStatus(answer, 403, { body: { error: 'Forbidden', hint: `The key ${key ?? ''} has no access.` } }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-file-path',
    family: 'error-body',
    lie: 'A 400 shows a path of the server.',
    caughtBy: ['error_body_leak'],
    tell: () => ({
      answer: (answer) =>
        onStatus(answer, 400, { body: { error: 'ValueError in /srv/aniva/app/appointments/update.py, line 112' } }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-body-cut-off',
    lie: 'The body of a 200 ends in the middle.',
    tell: () => ({
      answer: (answer) => {
        if (answer.status !== 200) return answer
        const body: Verbatim = { verbatim: JSON.stringify(answer.body).slice(0, -20) }
        return { ...answer, body }
      },
    }),
  },
]

/** Bodies that are not as the document has them. */
export const answerFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]
