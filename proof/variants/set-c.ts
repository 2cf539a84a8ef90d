import { randomUUID } from 'node:crypto'
import type { AnivaBehaviour } from '../../sandbox/aniva/behaviour.ts'
import { showAnivaAppointment, zoneOf } from '../../sandbox/aniva/show.ts'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import { showLobbieAppointment } from '../../sandbox/lobbie/show.ts'
import type { HarmlessVariant } from './variant.ts'
import { withText } from './wire.ts'

const REALM = 'realm="Lobbie partner API, v2"'
const INVALID = `bearer error_description="The token is not valid, get a new one", error="invalid_token", ${REALM}`
const SENTENCE =
  'Die Anfrage wurde abgelehnt. Bitte prüfen Sie Ihre Angaben und wenden Sie sich bei Rückfragen mit der Vorgangsnummer an den Support.'
const FIRST_LINK = Date.parse('2025-12-20T10:15:00Z')

/** Writes the fraction of a date-time with at least `digits` digits. */
export function withDigits(time: string, digits: number): string {
  return time.replace(
    /(T\d\d:\d\d:\d\d)(?:\.(\d+))?/,
    (_all, clock: string, fraction: string = '') => `${clock}.${fraction.padEnd(digits, '0')}`,
  )
}

/** Returns a value with the properties of every object in reverse alphabetical order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? 1 : -1))
  return Object.fromEntries(entries.map(([name, item]) => [name, reordered(item)]))
}

/** A variant: updated_at has whole seconds. */
export const stampsInWholeSeconds: BehaviourChange<AnivaBehaviour> = ({ apply, show }) => ({
  apply: (before, update) => {
    const second = Math.floor(update.now / 1000) * 1000
    return { ...apply(before, update), updatedAt: Math.max(second, before.createdAt, before.updatedAt ?? 0) }
  },
  show: (appointment, server) => {
    const { updatedAt } = appointment
    const text = updatedAt === null ? null : new Date(updatedAt).toISOString().replace('.000Z', 'Z')
    return { ...show(appointment, server), updated_at: text }
  },
})

/**
 * Blind set C: differences that the documents allow, by an author who had not seen the gate
 * (`decisions/0015-three-blind-sets.md`).
 */
export const VARIANTS_OF_SET_C: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-variant-escaped-and-reordered-json',
    api: 'lobbie',
    title: 'The JSON is indented, has another order of properties, and has escaped non-ASCII characters.',
    send: async (response) => {
      const text = JSON.stringify(reordered(JSON.parse(await response.text())), null, 4)
      const escaped = text
        .replaceAll('\n', '\r\n')
        .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('/', String.raw`\/`)
      const headers = new Headers(response.headers)
      headers.set('content-type', 'application/json;charset=UTF-8')
      return new Response(Buffer.from(escaped), { status: response.status, headers })
    },
  },
  {
    id: 'lobbie-variant-zero-fractions',
    api: 'lobbie',
    title: 'All date-times have a fraction, of three or six digits.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { startTime, endTime, createdAt, updatedAt } = showLobbieAppointment(appointment, server)
        return {
          ...show(appointment, server),
          startTime: withDigits(startTime, 3),
          endTime: withDigits(endTime, 3),
          createdAt: withDigits(createdAt, 6),
          updatedAt: withDigits(updatedAt, 6),
        }
      },
    }),
  },
  {
    id: 'lobbie-variant-other-challenge',
    api: 'lobbie',
    title: 'WWW-Authenticate has the scheme in lower case, and other parameters depending on the reason.',
    change: () => ({
      answer: (answer, { token }) =>
        answer.status === 401
          ? {
              ...answer,
              headers: { ...answer.headers, 'www-authenticate': token.present ? INVALID : `bearer ${REALM}` },
            }
          : answer,
    }),
  },
  {
    id: 'lobbie-variant-clock-ahead',
    api: 'lobbie',
    title: 'updatedAt comes from a clock that is seven minutes ahead.',
    change: ({ apply, show }) => ({
      apply: (before, update) => ({
        ...apply(before, update),
        updatedAt: Math.max(update.now + 420_000, before.updatedAt + 1),
      }),
      show: (appointment, server) => ({
        ...show(appointment, server),
        updatedAt: new Date(appointment.updatedAt).toISOString(),
      }),
    }),
  },
  {
    id: 'lobbie-variant-duration-as-decimal',
    api: 'lobbie',
    title: 'durationMinutes is written with a decimal point and a zero.',
    send: withText((text) => text.replaceAll(/"durationMinutes":(\d+)(?![\d.])/g, '"durationMinutes":$1.0')),
  },
  {
    id: 'aniva-variant-more-properties',
    api: 'aniva',
    title: 'The appointment, its profile, panels and shipments have more properties.',
    isDrift: true,
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { profile, panels, shipments } = showAnivaAppointment(appointment, server)
        const { locationId } = appointment
        const timezone = zoneOf(appointment, server)
        return {
          ...show(appointment, server),
          profile: { ...profile, address: null },
          panels: panels.map((panel) => ({ ...panel, name: 'Basic panel' })),
          shipments: shipments.map((shipment) => ({ ...shipment, status: 'in_transit', type: 'kit' })),
          location: locationId === null ? null : { id: locationId, name: 'Test centre', timezone },
          notes: null,
        }
      },
    }),
  },
  {
    id: 'aniva-variant-panels-in-changing-order',
    api: 'aniva',
    title: 'The panels come in the reverse order of added_at in every second 200 of the server.',
    change: () => {
      let count = 0
      return {
        answer: (answer) => {
          if (answer.status !== 200) return answer
          count += 1
          const body = answer.body as { readonly panels: readonly { readonly added_at: string }[] }
          const sorted = body.panels.toSorted((one, other) => Date.parse(one.added_at) - Date.parse(other.added_at))
          return { ...answer, body: { ...body, panels: count % 2 === 0 ? sorted.toReversed() : sorted } }
        },
      }
    },
  },
  {
    id: 'aniva-variant-updated-at-in-whole-seconds',
    api: 'aniva',
    title: 'updated_at has whole seconds, so two quick updates have the same value.',
    change: stampsInWholeSeconds,
  },
  {
    id: 'aniva-variant-shipments-of-mixed-precision',
    api: 'aniva',
    title: 'Two shipments are linked a quarter of a second apart, one with a fraction and one without.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { shipments } = showAnivaAppointment(appointment, server)
        const [first, second] = shipments
        if (first === undefined || second === undefined) return show(appointment, server)
        const added_at = new Date(FIRST_LINK).toISOString().replace('.000Z', 'Z')
        const mixed = [
          { ...first, added_at },
          { ...second, added_at: added_at.replace('Z', '.25Z') },
        ]
        return { ...show(appointment, server), shipments: mixed }
      },
    }),
  },
  {
    id: 'aniva-variant-other-errors',
    api: 'aniva',
    title: 'Errors have a long German text, more properties and more headers.',
    isDrift: true,
    change: () => ({
      answer: (answer) => {
        if (answer.status < 400) return answer
        const requestId = randomUUID()
        return {
          ...answer,
          headers: {
            ...answer.headers,
            'content-type': 'application/json; charset=utf-8',
            'x-request-id': requestId,
            'cache-control': 'no-store',
            'content-language': 'de',
          },
          body: { error: SENTENCE, code: `E-${answer.status}`, requestId, details: [] },
        }
      },
    }),
  },
]
