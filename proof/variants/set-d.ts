import { randomUUID } from 'node:crypto'
import { showAnivaAppointment, zoneOf } from '../../sandbox/aniva/show.ts'
import type { BehaviourChange } from '../../sandbox/behaviour.ts'
import type { LobbieBehaviour } from '../../sandbox/lobbie/behaviour.ts'
import { showLobbieAppointment } from '../../sandbox/lobbie/show.ts'
import { renderUtc } from '../../sandbox/time/zones.ts'
import { withDigits, reordered } from './set-c.ts'
import type { HarmlessVariant } from './variant.ts'
import { withText } from './wire.ts'

const REALM = 'realm="Lobbie partner API"'
const INVALID = `bearer ${REALM}, error="invalid_token", error_description="The token expired"`
const SENTENCE = [
  'Die Anfrage konnte nicht ausgeführt werden, weil die gesendeten Angaben, die Berechtigung der Anwendung oder der Stand des Termins sie nicht zulassen.',
  'Bitte prüfen Sie die Einzelheiten und senden Sie die Anfrage danach noch einmal; bleibt der Fehler bestehen, nennen Sie dem Support die Kennung der Anfrage.',
].join('\n')

interface Panel {
  readonly panel_id: string
  readonly added_at: string
}

/**
 * Returns a change that orders a list in accepted responses: by `odd` in the first response, by `even` in the second,
 * then by `odd` again, and so on.
 */
const alternately = <Item>(
  list: 'panels' | 'shipments',
  odd: (items: readonly Item[]) => readonly Item[],
  even: (items: readonly Item[]) => readonly Item[],
) => {
  let count = 0
  return <Answer extends { readonly status: number; readonly body?: unknown }>(answer: Answer): Answer => {
    if (answer.status !== 200) return answer
    count += 1
    const body = answer.body as Readonly<Record<string, readonly Item[]>>
    const items = body[list] ?? []
    return { ...answer, body: { ...body, [list]: (count % 2 === 0 ? even : odd)(items) } }
  }
}

/** Writes milliseconds with up to six digits of fraction, without zeros at the end. The microseconds are invented. */
function withMicroseconds(milliseconds: number): string {
  const micro = String((milliseconds * 7) % 1000).padStart(3, '0')
  return new Date(milliseconds).toISOString().replace(/\.(\d{3})Z$/, (_all, digits: string) => {
    const fraction = `${digits}${micro}`.replace(/0+$/, '')
    return fraction === '' ? 'Z' : `.${fraction}Z`
  })
}

/** A variant: every time of an appointment has at least three digits of fraction. */
export const timesWithFractions: BehaviourChange<LobbieBehaviour> = ({ show }) => ({
  show: (appointment, server) => {
    const { startTime, endTime, createdAt } = showLobbieAppointment(appointment, server)
    return {
      ...show(appointment, server),
      startTime: withDigits(startTime, 3),
      endTime: withDigits(endTime, 3),
      createdAt: withDigits(createdAt, 3),
      updatedAt: new Date(appointment.updatedAt).toISOString(),
    }
  },
})

/**
 * Blind set D: differences that the documents allow, by an author who had not seen the gate
 * (`decisions/0015-three-blind-sets.md`).
 */
export const VARIANTS_OF_SET_D: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-variant-zero-fractions-d',
    api: 'lobbie',
    title: 'Every time in a response has a fraction of three digits.',
    change: timesWithFractions,
  },
  {
    id: 'lobbie-variant-rich-errors',
    api: 'lobbie',
    title: 'Errors have a long message in other words and four more properties.',
    isDrift: true,
    change: () => ({
      answer: (answer, update) =>
        answer.status < 400
          ? answer
          : {
              ...answer,
              body: {
                message: SENTENCE,
                code: `LOBBIE-${answer.status}`,
                requestId: randomUUID(),
                details: answer.status === 400 ? [{ field: 'body', reason: 'invalid' }] : [],
                timestamp: renderUtc(update.now),
              },
            },
    }),
  },
  {
    id: 'lobbie-variant-extra-response-fields',
    api: 'lobbie',
    title: 'The appointment has five more fields, one of them a version that counts updates.',
    isDrift: true,
    change: ({ save, show }) => {
      const versions = new Map<number, number>()
      return {
        save: (after, update) => {
          versions.set(after.id, (versions.get(after.id) ?? 1) + 1)
          save(after, update)
        },
        show: (appointment, server) => {
          const location = server.store.locations.get(appointment.locationId)
          return {
            ...show(appointment, server),
            accountId: location?.accountId,
            timeZone: location?.timeZone,
            version: versions.get(appointment.id) ?? 1,
            cancellationReason: null,
            links: {},
          }
        },
      }
    },
  },
  {
    id: 'lobbie-variant-other-challenge-d',
    api: 'lobbie',
    title: 'The scheme of WWW-Authenticate is in lower case, and only a bad token gets an error code.',
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
    id: 'lobbie-variant-other-json-spelling',
    api: 'lobbie',
    title:
      'The JSON has another order of properties, indentation and escapes, and accepted updates have three more headers.',
    send: async (response) => {
      const body = JSON.parse(await response.text()) as { readonly updatedAt?: string }
      const escaped = `${JSON.stringify(reordered(body), null, 2)}\n`
        .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('/', String.raw`\/`)
      const headers = new Headers(response.headers)
      headers.set('content-type', 'application/json; charset=utf-8')
      if (response.status === 200) {
        headers.set('cache-control', 'no-store')
        headers.set('etag', `W/"${body.updatedAt}"`)
        headers.set('x-ratelimit-remaining', '57')
      }
      return new Response(Buffer.from(escaped), { status: response.status, headers })
    },
  },
  {
    id: 'aniva-variant-microsecond-stamp',
    api: 'aniva',
    title: 'updated_at has microseconds without zeros at the end, so its length varies.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { updatedAt } = appointment
        return { ...show(appointment, server), updated_at: updatedAt === null ? null : withMicroseconds(updatedAt) }
      },
    }),
  },
  {
    id: 'aniva-variant-panels-in-any-order-d',
    api: 'aniva',
    title: 'The panels come newest first in every odd response, and by descending id in every even one.',
    change: () => ({
      answer: alternately<Panel>(
        'panels',
        (panels) => panels.toSorted((one, other) => Date.parse(other.added_at) - Date.parse(one.added_at)),
        (panels) => panels.toSorted((one, other) => (one.panel_id < other.panel_id ? 1 : -1)),
      ),
    }),
  },
  {
    id: 'aniva-variant-embedded-extras',
    api: 'aniva',
    title: 'The appointment, its profile, its panels and its shipments have more fields.',
    isDrift: true,
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { profile, panels, shipments } = showAnivaAppointment(appointment, server)
        return {
          ...show(appointment, server),
          profile: { ...profile, consents: {} },
          panels: panels.map((panel) => ({ ...panel, name: 'Blood count', price_cents: null })),
          shipments: shipments.map((shipment) => ({ ...shipment, carrier: 'DHL', status: 'delivered' })),
          time_zone: zoneOf(appointment, server),
          notes: [],
        }
      },
    }),
  },
  {
    id: 'aniva-variant-shipment-ties-swapped',
    api: 'aniva',
    title: 'Two shipments that were linked at the same instant change places from one response to the next.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { shipments } = showAnivaAppointment(appointment, server)
        const linked = shipments.map((shipment) => ({ ...shipment, added_at: shipments[0]?.added_at }))
        return { ...show(appointment, server), shipments: linked }
      },
      answer: alternately<unknown>(
        'shipments',
        (shipments) => shipments,
        (shipments) => shipments.toReversed(),
      ),
    }),
  },
  {
    id: 'aniva-variant-numbers-as-doubles',
    api: 'aniva',
    title: 'Height and weight are written with a decimal zero or with an exponent.',
    send: withText((text) =>
      text.replaceAll(/"(height|weight)":(\d+(?:\.\d+)?)/g, (_all, name: string, digits: string) => {
        const number = Number(digits)
        const written = Number.isInteger(number) ? `${digits}.0` : number.toExponential().toUpperCase().replace('+', '')
        return `"${name}":${written}`
      }),
    ),
  },
]
