import { isJsonObject } from '../../sandbox/json-text.ts'
import { showAppointment } from '../../sandbox/lobbie/show.ts'
import { lobbieRefusal } from '../../sandbox/lobbie/answer-update.ts'
import type { LobbieVariant } from './variant.ts'

const lobbie = { api: 'lobbie' } as const
const UNKNOWN = { status: 404, message: 'There is no such practitioner.' }

/** What Lobbie's document leaves open. */
export const lobbieVariants: readonly LobbieVariant[] = [
  {
    ...lobbie,
    id: 'lobbie-stamps-with-fractions',
    otherwise: 'Stamps have microseconds.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { createdAt, updatedAt } = showAppointment(appointment, world)
        return { ...show(appointment, world), createdAt: finer(createdAt), updatedAt: finer(updatedAt) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-times-with-fractions',
    otherwise: 'Start and end have a fraction of zero.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { startTime, endTime } = showAppointment(appointment, world)
        return { ...show(appointment, world), startTime: zeroed(startTime), endTime: zeroed(endTime) }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-lower-case-t',
    otherwise: 'Start and end have a lower-case t, as RFC 3339 allows.',
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { startTime, endTime } = showAppointment(appointment, world)
        return {
          ...show(appointment, world),
          startTime: startTime.replace('T', 't'),
          endTime: endTime.replace('T', 't'),
        }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-whole-numbers-with-a-point',
    otherwise: 'The duration is written 30.0, which is the integer 30.',
    send: async (response) => {
      const text = await response.text()
      return new Response(Buffer.from(text.replace(/("durationMinutes":\d+)/, '$1.0')), response)
    },
  },
  {
    ...lobbie,
    id: 'lobbie-other-sentences',
    otherwise: 'Refusals are in other words, and in another language.',
    tell: () => ({
      answer: (answer) =>
        answer.status < 400 ? answer : { ...answer, body: { message: 'Das geht so nicht – 取消されました.' } },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-no-words',
    otherwise: 'The message of a refusal is empty.',
    tell: () => ({ answer: (answer) => (answer.status < 400 ? answer : { ...answer, body: { message: '' } }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-errors-say-more',
    otherwise: 'Refusals have a code and a reference, which an open object may.',
    isDrift: true,
    tell: () => ({
      answer: (answer) =>
        answer.status < 400 || !isJsonObject(answer.body)
          ? answer
          : { ...answer, body: { ...answer.body, code: 'E17', reference: '7f3c' } },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-answers-say-more',
    otherwise: 'The appointment has a field that the document does not name, which an open object may.',
    isDrift: true,
    tell: ({ show }) => ({ show: (appointment, world) => ({ ...show(appointment, world), color: '#3c7' }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-practitioner-is-404',
    otherwise: 'A practitioner whom the location does not have is answered 404, which the scenarios accept.',
    tell: ({ checks }) => ({
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
    otherwise: 'A path parameter that is no integer is answered 404, as a path that leads nowhere.',
    tell: () => ({
      answer: (answer, { path }) =>
        Object.values(path).every((value) => /^\d+$/.test(value))
          ? answer
          : lobbieRefusal({ status: answer.status === 401 ? 401 : 404, message: 'Not found.' }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-other-challenge',
    otherwise: 'A 401 names another realm, and a second scheme.',
    tell: () => ({
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
    otherwise: 'updatedAt is a second ahead of the clock.',
    tell: ({ apply }) => ({
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
