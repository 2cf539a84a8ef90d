import { randomUUID } from 'node:crypto'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'
import { showAnivaAppointment } from '../../sandbox/aniva/show.ts'
import { showLobbieAppointment } from '../../sandbox/lobbie/show.ts'
import { refuse, refusesOtherwise, storesTime } from '../faults/changes.ts'
import type { HarmlessVariant } from './variant.ts'
import { withText } from './wire.ts'

const WITH_CHARSET = { 'content-type': 'application/json; charset=utf-8' }
const SENTENCE = 'Diese Änderung ist nicht möglich, weil die Angaben oder der Zustand des Termins sie ausschließen.'

/** Adds three fraction digits to a date-time of whole seconds. */
function withMilliseconds(time: string): string {
  return time.replace(/(T\d\d:\d\d:\d\d)(?=Z|[+-])/, '$1.000')
}

/** Returns a copy of a response with another body and other headers. */
function withBody(response: Response, body: string, headers: Readonly<Record<string, string>>): Response {
  const all = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) all.set(name, value)
  return new Response(Buffer.from(body), { status: response.status, headers: all })
}

/**
 * Makes a variant: updatedAt comes from a clock that is `milliseconds` behind, but is always later than the previous
 * updatedAt and never before createdAt.
 */
export const stampsBehind =
  (milliseconds: number): BehaviourChange<LobbieBehaviour> =>
  ({ apply, show }) => ({
    apply: (before, update) => ({
      ...apply(before, update),
      updatedAt: Math.max(update.now - milliseconds, before.updatedAt + 1, before.createdAt),
    }),
    show: (appointment, server) => ({
      ...show(appointment, server),
      updatedAt: new Date(appointment.updatedAt).toISOString(),
    }),
  })

/** A variant: height and weight have at least two decimals. */
export const withDecimals = withText((text) =>
  text.replaceAll(
    /"(height|weight)":(\d+)(?:\.(\d+))?/g,
    (_whole, name: string, whole: string, decimals: string = '') => `"${name}":${whole}.${decimals.padEnd(2, '0')}`,
  ),
)

/**
 * Blind set A: differences that the documents allow, by an author who had not seen the gate
 * (`decisions/0015-three-blind-sets.md`).
 */
export const VARIANTS_OF_SET_A: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-milliseconds-everywhere',
    api: 'lobbie',
    title: 'All date-times of the response are written with three digits of fraction.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { startTime, endTime, createdAt, updatedAt } = showLobbieAppointment(appointment, server)
        return {
          ...show(appointment, server),
          startTime: withMilliseconds(startTime),
          endTime: withMilliseconds(endTime),
          createdAt: withMilliseconds(createdAt),
          updatedAt: withMilliseconds(updatedAt),
        }
      },
    }),
  },
  {
    id: 'lobbie-other-challenges',
    api: 'lobbie',
    title: 'WWW-Authenticate has another realm and more parameters, and only the scheme if no token was sent.',
    change: () => ({
      answer: (answer, { token }) =>
        answer.status !== 401
          ? answer
          : {
              ...answer,
              headers: {
                ...answer.headers,
                'www-authenticate': token.present
                  ? 'Bearer realm="lobbie", error="invalid_token", error_description="The access token expired, or is malformed"'
                  : 'Bearer',
              },
            },
    }),
  },
  {
    id: 'lobbie-escaped-json',
    api: 'lobbie',
    title: 'The JSON is indented, and slashes and non-ASCII characters are escaped.',
    send: async (response) => {
      const text = `${JSON.stringify(JSON.parse(await response.text()), null, 2)}\n`
      const escaped = text
        .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('/', String.raw`\/`)
      return withBody(response, escaped, WITH_CHARSET)
    },
  },
  {
    id: 'lobbie-database-clock-behind',
    api: 'lobbie',
    title: 'updatedAt comes from a clock that is 90 seconds behind.',
    change: stampsBehind(90_000),
  },
  {
    id: 'lobbie-more-fields-other-order',
    api: 'lobbie',
    title: 'The appointment has two more fields, and the fields come in another order.',
    isDrift: true,
    send: async (response, request) => {
      if (response.status !== 200) return response
      const shown = JSON.parse(await response.text()) as Record<string, unknown>
      const fields = Object.entries(shown).toSorted(([one], [other]) => (one < other ? 1 : -1))
      const body = {
        ...Object.fromEntries(fields),
        externalId: null,
        links: { self: new URL(request.url).pathname },
      }
      return withBody(response, JSON.stringify(body), {
        etag: `W/"${String(shown['updatedAt'])}"`,
        'cache-control': 'no-store',
      })
    },
  },
  {
    id: 'aniva-panels-in-any-order',
    api: 'aniva',
    title: 'The panels are rotated by one more position with every accepted update.',
    change: ({ save, show }) => {
      let count = 0
      return {
        save: (after, update) => {
          count += 1
          save(after, update)
        },
        show: (appointment, server) => {
          const { panels } = showAnivaAppointment(appointment, server)
          const by = panels.length === 0 ? 0 : count % panels.length
          return { ...show(appointment, server), panels: [...panels.slice(by), ...panels.slice(0, by)] }
        },
      }
    },
  },
  {
    id: 'aniva-decimal-numbers',
    api: 'aniva',
    title: 'Height and weight are always written with two decimals.',
    send: withDecimals,
  },
  {
    id: 'aniva-verbose-errors',
    api: 'aniva',
    title: 'Errors have longer texts in another language and more properties.',
    isDrift: true,
    change: () => ({
      answer: (answer) =>
        answer.status < 400
          ? answer
          : {
              ...answer,
              headers: { ...answer.headers, ...WITH_CHARSET },
              body: {
                status: answer.status,
                error: SENTENCE,
                code: 'E_STATE',
                details: [],
                request_id: randomUUID(),
              },
            },
    }),
  },
  {
    id: 'aniva-whole-seconds',
    api: 'aniva',
    title: 'Fractions of a second in scheduled_at are cut off.',
    contradictsAssumption: true,
    change: storesTime(({ seconds }) => ({ seconds, fraction: '' })),
  },
  {
    id: 'aniva-unsupported-media-type',
    api: 'aniva',
    title: 'A body of another media type is refused with 415.',
    contradictsAssumption: true,
    change: refusesOtherwise('content-type-is-json', {
      ...refuse(415, 'Content-Type must be application/json'),
      headers: { 'accept-patch': 'application/json' },
    }),
  },
]
