import { isJsonObject } from '../../sandbox/http/json-text.ts'
import { showLobbieAppointment } from '../../sandbox/lobbie/show.ts'
import { lobbieRefusal } from '../../sandbox/lobbie/answer-update.ts'
import type { LobbieVariant } from './variant.ts'

const lobbie = { api: 'lobbie' } as const
const UNKNOWN = { status: 404, message: 'The practitioner does not exist.' }

/** Variants of the sandbox that differ from it only in what Lobbie's document allows. */
export const lobbieVariants: readonly LobbieVariant[] = [
  {
    ...lobbie,
    id: 'lobbie-stamps-with-fractions',
    title: 'Time stamps have microseconds.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { createdAt, updatedAt } = showLobbieAppointment(appointment, server)
        return { ...show(appointment, server), createdAt: finer(createdAt), updatedAt: finer(updatedAt) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-times-with-fractions',
    title: 'Start and end have a fraction of a second, which is zero.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { startTime, endTime } = showLobbieAppointment(appointment, server)
        return { ...show(appointment, server), startTime: zeroed(startTime), endTime: zeroed(endTime) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-lower-case-t',
    title: 'Start and end have a lower-case t, as RFC 3339 allows.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { startTime, endTime } = showLobbieAppointment(appointment, server)
        return {
          ...show(appointment, server),
          startTime: startTime.replace('T', 't'),
          endTime: endTime.replace('T', 't'),
        }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-whole-numbers-with-a-point',
    title: 'The duration is written 30.0, which is the integer 30.',
    send: async (response) => {
      const text = await response.text()
      return new Response(Buffer.from(text.replace(/("durationMinutes":\d+)/, '$1.0')), response)
    },
  },
  {
    ...lobbie,
    id: 'lobbie-other-sentences',
    title: 'Refusals have another text, in another language.',
    change: () => ({
      answer: (answer) =>
        answer.status < 400 ? answer : { ...answer, body: { message: 'Das geht so nicht – 取消されました.' } },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-no-words',
    title: 'The message of a refusal is empty.',
    change: () => ({ answer: (answer) => (answer.status < 400 ? answer : { ...answer, body: { message: '' } }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-errors-say-more',
    title: 'Refusals have a code and a reference, which an open object allows.',
    isDrift: true,
    change: () => ({
      answer: (answer) =>
        answer.status < 400 || !isJsonObject(answer.body)
          ? answer
          : { ...answer, body: { ...answer.body, code: 'E17', reference: '7f3c' } },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-answers-say-more',
    title: 'The appointment has a field that the document does not name, which an open object allows.',
    isDrift: true,
    change: ({ show }) => ({ show: (appointment, server) => ({ ...show(appointment, server), color: '#3c7' }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-practitioner-is-404',
    title: 'A practitioner of another location gets 404, which the scenarios accept.',
    change: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-exists': (update) => (checks['practitioner-exists'](update) === undefined ? undefined : UNKNOWN),
        'practitioner-has-the-role': (update) =>
          checks['practitioner-has-the-role'](update) === undefined ? undefined : UNKNOWN,
        'practitioner-is-at-location': (update) =>
          checks['practitioner-is-at-location'](update) === undefined ? undefined : UNKNOWN,
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-bad-path-is-404',
    title: 'A path parameter that is not an integer is answered with 404, like an unknown path.',
    change: () => ({
      answer: (answer, { path }) =>
        answer.status === 401 || Object.values(path).every((value) => /^\d+$/.test(value))
          ? answer
          : lobbieRefusal({ status: 404, message: 'Not found.' }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-other-challenge',
    title: 'The header WWW-Authenticate of a 401 has another realm and a second scheme.',
    change: () => ({
      answer: (answer) =>
        answer.status === 401
          ? {
              ...answer,
              headers: { ...answer.headers, 'www-authenticate': 'DPoP, Bearer realm="api", charset="UTF-8"' },
            }
          : answer,
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-updated-a-second-later',
    title: 'updatedAt is a second ahead of the clock.',
    change: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, updatedAt: after.updatedAt + 1000 }
      },
    }),
  },
]

function finer(stamp: string): string {
  return stamp.replace(
    /(?:\.(\d+))?Z$/,
    (_whole, digits: string | undefined) => `.${(digits ?? '').padEnd(3, '0')}417Z`,
  )
}

function zeroed(time: string): string {
  return time.includes('.') ? time : time.replace(/([+-]\d\d:\d\d|Z)$/, '.000$1')
}
