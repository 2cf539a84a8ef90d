import { randomUUID } from 'node:crypto'
import { showAnivaAppointment } from '../../sandbox/aniva/show.ts'
import { parseInstant } from '../../sandbox/time/instant.ts'
import type { HarmlessVariant } from './variant.ts'
import { withText } from './wire.ts'

const CHALLENGE = 'DPoP algs="RS256 ES256", Bearer realm="Lobbie, partner API"'
const INVALID = `${CHALLENGE}, error="invalid_token", error_description="Expired, revoked or malformed"`

/** Unusual but allowed texts for the body of a refusal, by status. */
const HELPFUL: Readonly<Record<number, { readonly error: string; readonly at: string }>> = {
  400: {
    error:
      'Error: Validation failed at body: please select a value from the documented ones where the field has a list, and update your request',
    at: 'request',
  },
  403: { error: 'Forbidden: no exception applies to this key', at: 'access' },
  404: { error: 'Not found: select an id from List Locations or List Appointments', at: 'lookup' },
  409: {
    error: 'The appointment cannot be modified: drop this update or insert a new appointment into the calendar',
    at: 'status',
  },
}

/**
 * Blind set B: differences that the documents allow, by an author who had not seen the gate
 * (`decisions/0015-three-blind-sets.md`).
 */
export const VARIANTS_OF_SET_B: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-two-challenges-b',
    api: 'lobbie',
    title: 'WWW-Authenticate offers two schemes, and has an error code only if a token was sent.',
    change: () => ({
      answer: (answer, { token }) =>
        answer.status === 401
          ? { ...answer, headers: { ...answer.headers, 'www-authenticate': token.present ? INVALID : CHALLENGE } }
          : answer,
    }),
  },
  {
    id: 'lobbie-one-message-for-all-refusals',
    api: 'lobbie',
    title: 'Every refusal has the same message, and an id that is new each time.',
    isDrift: true,
    change: () => ({
      answer: (answer) =>
        answer.status < 400
          ? answer
          : {
              ...answer,
              headers: { ...answer.headers, 'content-type': 'application/json; charset=utf-8' },
              body: { requestId: randomUUID(), message: 'Request refused', details: [] },
            },
    }),
  },
  {
    id: 'lobbie-more-response-fields',
    api: 'lobbie',
    title: 'The appointment has three more fields, one of them a version that counts updates.',
    isDrift: true,
    change: ({ save, show }) => {
      const versions = new Map<number, number>()
      return {
        save: (after, update) => {
          versions.set(after.id, (versions.get(after.id) ?? 1) + 1)
          save(after, update)
        },
        show: (appointment, server) => ({
          ...show(appointment, server),
          version: versions.get(appointment.id) ?? 1,
          cancellationReason: null,
          links: { self: `/appointment/${appointment.id}` },
        }),
      }
    },
  },
  {
    id: 'lobbie-json-with-unicode-escapes',
    api: 'lobbie',
    title: 'The characters < > & and all non-ASCII characters are escaped in JSON.',
    send: withText((text) =>
      text.replaceAll(/[<>&']|[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  },
  {
    id: 'aniva-forbidden-with-challenge',
    api: 'aniva',
    title: 'A 403 forbids caching, and has a WWW-Authenticate if the key is missing or wrong.',
    change: () => ({
      answer: (answer, { key, server }) => {
        if (answer.status !== 403) return answer
        const isGood = key !== null && server.store.keys.get(key)?.active === true
        const challenge = isGood ? {} : { 'www-authenticate': 'ApiKey realm="partner", header="x-api-key"' }
        return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store', ...challenge } }
      },
    }),
  },
  {
    id: 'aniva-zero-offset-other-spelling',
    api: 'aniva',
    title: 'At a location whose offset is zero, scheduled_at ends in Z.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { scheduled_at: shown } = showAnivaAppointment(appointment, server)
        return { ...show(appointment, server), scheduled_at: shown?.replace('+00:00', 'Z') ?? null }
      },
    }),
  },
  {
    id: 'aniva-profile-stamps-with-offset',
    api: 'aniva',
    title: 'The timestamps of the profile have milliseconds and the offset of Berlin.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const inBerlin = (stamp: string): string => {
          const instant = parseInstant(stamp)
          const text = instant === undefined ? undefined : server.zones.render(instant, 'Europe/Berlin')
          return text?.replace(/(T\d\d:\d\d:\d\d)(?=[+-])/, '$1.000') ?? stamp
        }
        const { profile } = showAnivaAppointment(appointment, server)
        return {
          ...show(appointment, server),
          profile: {
            ...profile,
            created_at: inBerlin(profile.created_at),
            updated_at: profile.updated_at === null ? null : inBerlin(profile.updated_at),
          },
        }
      },
    }),
  },
  {
    id: 'aniva-panels-reversed-every-second-time',
    api: 'aniva',
    title: 'The panels come in the reverse order in every second 200 of the server.',
    change: () => {
      let count = 0
      return {
        answer: (answer) => {
          if (answer.status !== 200) return answer
          count += 1
          const body = answer.body as { readonly panels: readonly unknown[] }
          return count % 2 === 0 ? { ...answer, body: { ...body, panels: body.panels.toReversed() } } : answer
        },
      }
    },
  },
  {
    id: 'aniva-error-text-that-looks-like-sql',
    api: 'aniva',
    title: 'Errors have longer texts, with words that also occur in SQL and in stack traces.',
    isDrift: true,
    change: () => ({
      answer: (answer) => (HELPFUL[answer.status] === undefined ? answer : { ...answer, body: HELPFUL[answer.status] }),
    }),
  },
]
