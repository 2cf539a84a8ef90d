import { randomUUID } from 'node:crypto'
import { showAnivaAppointment, zoneOf } from '../../sandbox/aniva/show.ts'
import { type AnivaUpdate, anivaAppointmentOf, keyOf } from '../../sandbox/aniva/update.ts'
import { stampsBehind, withDecimals } from './set-a.ts'
import { stampsInWholeSeconds } from './set-c.ts'
import { timesWithFractions } from './set-d.ts'
import type { HarmlessVariant } from './variant.ts'

const REALM = 'realm="Lobbie Partner API"'
const INVALID = `bearer error="invalid_token", error_description="The access token is not valid", ${REALM}`
const ENGLISH =
  'The request was not carried out, because the values that were sent, the permissions of your integration or the present state of the record do not allow it. Please check the documentation of this operation, correct the request, and send it again. If the problem persists, contact our support and quote the request id below.'
const GERMAN =
  'Die Anfrage wurde nicht ausgeführt, weil die gesendeten Werte, die Rechte Ihrer Anbindung oder der jetzige Zustand des Datensatzes sie nicht zulassen. Bitte prüfen Sie die Dokumentation dieser Operation, berichtigen Sie die Anfrage und senden Sie sie erneut. Nennen Sie dem Support bei weiteren Fragen die Kennung der Anfrage.'

/** The sentence in the body of a 403, by the reason for the 403. */
const REASONS = {
  key_missing: 'Send your API key in the header x-api-key.',
  key_unknown: 'This API key is unknown or was withdrawn.',
  operation_not_allowed: 'This API key does not allow the operation.',
  appointment_outside_context: 'The appointment is outside the access context of this API key.',
  location_outside_context: 'The location is outside the access context of this API key.',
} as const

/** Returns the reason for a 403. */
function codeOf(update: AnivaUpdate): keyof typeof REASONS {
  if (update.key === null) return 'key_missing'
  const key = keyOf(update)
  if (key?.active !== true) return 'key_unknown'
  if (!key.mayUpdate) return 'operation_not_allowed'
  return anivaAppointmentOf(update)?.group === key.group ? 'location_outside_context' : 'appointment_outside_context'
}

/**
 * Blind set E: differences that the documents allow, by an author who had not seen the gate
 * (`decisions/0015-three-blind-sets.md`).
 */
export const VARIANTS_OF_SET_E: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-variant-fraction-zeros',
    api: 'lobbie',
    title: 'All date-times are written with three digits of fraction.',
    change: timesWithFractions,
  },
  {
    id: 'lobbie-variant-more-members',
    api: 'lobbie',
    title: 'The appointment has three more fields, and the fields come in reverse alphabetical order.',
    isDrift: true,
    change: ({ save }) => {
      const versions = new Map<number, number>()
      return {
        save: (after, update) => {
          versions.set(after.id, (versions.get(after.id) ?? 0) + 1)
          save(after, update)
        },
        answer: (answer, { path, server, now }) => {
          if (answer.status !== 200) return answer
          const id = Number(path.appointmentId)
          const fields = Object.entries(answer.body as Readonly<Record<string, unknown>>)
          const isCancelled = server.store.appointments.get(id)?.status === 'CANCELLED'
          const self = `/partner/v2/account/${path.accountId}/location/${path.locationId}/appointment/${path.appointmentId}`
          const body = {
            ...Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? 1 : -1))),
            version: versions.get(id) ?? 0,
            cancelledAt: isCancelled ? new Date(now).toISOString() : null,
            links: { self },
          }
          return { ...answer, body }
        },
      }
    },
  },
  {
    id: 'lobbie-variant-wordy-errors',
    api: 'lobbie',
    title: 'Errors have other and longer texts, in the language of the request, with more properties.',
    isDrift: true,
    send: (response, request) => {
      if (response.status < 400 || response.status === 405) return response
      const isGerman = /^de\b/i.test(request.headers.get('accept-language') ?? '')
      const headers = new Headers(response.headers)
      headers.set('content-type', 'application/json; charset=utf-8')
      headers.delete('content-length')
      if (isGerman) headers.set('content-language', 'de')
      const body = {
        code: `${response.status}-1`,
        message: isGerman ? GERMAN : ENGLISH,
        errors: [{ field: response.status === 400 ? 'startTime' : null, reason: 'not_allowed' }],
        requestId: randomUUID(),
      }
      return new Response(Buffer.from(JSON.stringify(body)), { status: response.status, headers })
    },
  },
  {
    id: 'lobbie-variant-challenge-spelling',
    api: 'lobbie',
    title: 'WWW-Authenticate is written differently, without an error code if no token was sent.',
    change: () => ({
      answer: (answer, { token }) =>
        answer.status === 401
          ? {
              ...answer,
              headers: { ...answer.headers, 'www-authenticate': token.present ? INVALID : `Bearer ${REALM}` },
            }
          : answer,
    }),
  },
  {
    id: 'lobbie-variant-database-clock-behind',
    api: 'lobbie',
    title: 'updatedAt comes from a clock that is 40 seconds behind.',
    change: stampsBehind(40_000),
  },
  {
    id: 'aniva-variant-panels-in-other-order',
    api: 'aniva',
    title: 'The panels come by ascending and by descending id in turn.',
    change: () => {
      const counts = new Map<string, number>()
      return {
        answer: (answer) => {
          if (answer.status !== 200) return answer
          const body = answer.body as { readonly id: string; readonly panels: readonly { readonly panel_id: string }[] }
          const count = counts.get(body.id) ?? 0
          counts.set(body.id, count + 1)
          const panels = body.panels.toSorted((one, other) => (one.panel_id < other.panel_id ? -1 : 1))
          return { ...answer, body: { ...body, panels: count % 2 === 0 ? panels : panels.toReversed() } }
        },
      }
    },
  },
  {
    id: 'aniva-variant-decimal-measures',
    api: 'aniva',
    title: 'Height and weight are written with two decimals.',
    send: withDecimals,
  },
  {
    id: 'aniva-variant-stamp-in-whole-seconds',
    api: 'aniva',
    title: 'updated_at has whole seconds, so two updates within a second have the same value.',
    change: stampsInWholeSeconds,
  },
  {
    id: 'aniva-variant-richer-embedded-objects',
    api: 'aniva',
    title: 'The appointment, its profile, its panels and its shipments have more fields.',
    isDrift: true,
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { profile, panels, shipments } = showAnivaAppointment(appointment, server)
        const { first_name: first, last_name: last } = profile
        return {
          ...show(appointment, server),
          location_time_zone: zoneOf(appointment, server),
          profile: { ...profile, display_name: first === null || last === null ? null : `${first} ${last}` },
          panels: panels.map((panel) => ({ ...panel, status: 'active' })),
          shipments: shipments.map((shipment) => ({ ...shipment, carrier: null })),
        }
      },
    }),
  },
  {
    id: 'aniva-variant-forbidden-with-reason',
    api: 'aniva',
    title: 'Each kind of 403 has its own text and code, and the ones about the key have a WWW-Authenticate.',
    isDrift: true,
    change: () => ({
      answer: (answer, update) => {
        if (answer.status !== 403) return answer
        const code = codeOf(update)
        const challenge = code.startsWith('key_') ? { 'www-authenticate': 'ApiKey realm="aniva"' } : {}
        return {
          ...answer,
          headers: { ...answer.headers, 'content-type': 'application/json; charset=utf-8', ...challenge },
          body: { error: REASONS[code], code, request_id: randomUUID() },
        }
      },
    }),
  },
]
