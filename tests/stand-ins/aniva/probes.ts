import type { Probes, Received } from '../common/test-client.ts'
import { anivaIds } from './ids.ts'
import type { anivaDefects, anivaReadings } from './switches.ts'
import { appointmentsPath, type OpenedAniva } from './test-aniva.ts'

const { pending, confirmed, blood_drawn: drawn, cancelled } = anivaIds.appointments
const [first, second] = confirmed
const later = '2026-05-20T16:00:00+02:00'
const storedFirst = '2026-04-03T09:00:00+02:00'

const status = async (response: Promise<Received>): Promise<number> => (await response).status
const field = async (response: Promise<Received>, name: string): Promise<unknown> =>
  ((await response).body as Record<string, unknown>)[name]

/** Moves an appointment to `scheduledAt`. Returns the HTTP status of the response. */
const statusAt = ({ update }: OpenedAniva, scheduledAt: string): Promise<number> =>
  status(update(first, { scheduled_at: scheduledAt }))

/**
 * For each setting of the server, a request whose response shows the value of the setting. The values are possible
 * answers to a question that the vendor's documentation leaves open.
 */
export const readingProbes: Probes<OpenedAniva, typeof anivaReadings> = {
  'base-path': {
    probe: async ({ server }) => new URL(server.baseUrl).pathname,
    shows: { root: '/', prefixed: '/gateway' },
  },
  'error-body': {
    probe: async ({ update }) => {
      const { headers, body } = await update(drawn[0], { scheduled_at: later })
      return [headers.get('content-type'), body]
    },
    shows: {
      error: ['application/json', { error: 'Appointment cannot be modified' }],
      message: ['application/json', { message: 'Appointment cannot be modified' }],
      nested: [
        'application/json',
        { error: { code: 'E409', message: 'Appointment cannot be modified' }, requestId: 'r-1' },
      ],
      problem: [
        'application/problem+json',
        { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Appointment cannot be modified' },
      ],
      text: ['text/plain; charset=utf-8', 'Appointment cannot be modified'],
      none: [null, ''],
    },
  },
  overload: {
    probe: async ({ call }) => {
      for (let sent = 1; sent < 12; sent += 1) await call('GET', '/api/v1/locations')
      const { status, headers } = await call('GET', '/api/v1/locations')
      return [status, headers.get('retry-after')]
    },
    shows: { never: [200, null], 429: [429, '1'], 503: [503, '1'] },
  },
  'missing-key': {
    probe: async ({ update }) => [
      await status(update(first, {}, { 'x-api-key': '' })),
      await status(update(first, {}, { 'x-api-key': 'wrong' })),
    ],
    shows: { 403: [403, 403], 401: [401, 401] },
  },
  'foreign-appointment': {
    probe: ({ update }) => status(update(anivaIds.foreignAppointmentId, { scheduled_at: later })),
    shows: { 403: 403, 404: 404 },
  },
  'foreign-location': {
    probe: ({ update }) => status(update(first, { location_id: anivaIds.foreignLocationId })),
    shows: { 403: 403, 404: 404 },
  },
  'refusal-order': {
    probe: async ({ update }) => [
      await status(update(anivaIds.unknownAppointmentId, { scheduled_at: 1 })),
      await status(update(cancelled[0], { scheduled_at: 1 })),
    ],
    shows: { 'lookup-first': [404, 400], 'body-first': [400, 400], 'state-first': [404, 409] },
  },
  'validation-status': {
    probe: async (opened) => [
      await status(opened.update(first, { scheduled_at: 1 })),
      await statusAt(opened, 'tomorrow'),
      await statusAt(opened, '2026-05-20T16:00:00'),
      await statusAt(opened, '2020-05-20T16:00:00Z'),
      await status(opened.update(first, { location_id: 'x' })),
    ],
    shows: { 400: [400, 400, 400, 400, 400], 422: [422, 422, 400, 400, 400] },
  },
  'wrong-media-type': {
    probe: ({ update }) => status(update(first, '{}', { 'content-type': 'text/plain' })),
    shows: { 400: 400, 415: 415 },
  },
  'empty-body': {
    probe: ({ update }) => status(update(first, {})),
    shows: { accepted: 200, refused: 400 },
  },
  'unknown-fields': {
    probe: async ({ update, stored }) => [
      await status(update(first, { status: 'cancelled', scheduled_at: later })),
      stored(first)['status'],
    ],
    shows: { ignored: [200, 'confirmed'], refused: [400, 'confirmed'] },
  },
  'null-time': {
    probe: async ({ update, stored }) => [
      await status(update(first, { scheduled_at: null })),
      stored(first)['scheduled_at'],
    ],
    shows: { refused: [400, storedFirst], ignored: [200, storedFirst], clears: [200, null] },
  },
  'null-location': {
    probe: async ({ update, stored }) => [
      await status(update(first, { location_id: null })),
      stored(first)['location_id'],
    ],
    shows: { refused: [400, anivaIds.locationId], ignored: [200, anivaIds.locationId], clears: [200, null] },
  },
  'location-for-home': {
    probe: ({ update }) => status(update(anivaIds.homeAppointmentId, { location_id: anivaIds.locationId })),
    shows: { accepted: 200, 400: 400, 409: 409 },
  },
  'inactive-location': {
    probe: ({ update }) => status(update(first, { location_id: anivaIds.inactiveLocationId })),
    shows: { 400: 400, 404: 404 },
  },
  'only-location': {
    probe: ({ update }) => field(update(first, { location_id: anivaIds.otherLocationId }), 'scheduled_at'),
    shows: { 'keeps-instant': '2026-04-03T10:00:00+03:00', 'keeps-wall-clock': '2026-04-03T09:00:00+03:00' },
  },
  'opening-hours': {
    probe: (opened) => statusAt(opened, '2026-05-20T22:00:00+02:00'),
    shows: { ignored: 200, 400: 400, 409: 409 },
  },
  'taken-slot': {
    probe: (opened) => statusAt(opened, opened.server.ids.takenTime),
    shows: { accepted: 200, 409: 409, 400: 400 },
  },
  'furthest-time': {
    probe: (opened) => statusAt(opened, '2026-06-10T16:00:00Z'),
    shows: { none: 200, '90-days': 400 },
  },
  'future-margin': {
    probe: async (opened) => [
      await statusAt(opened, '2026-03-02T14:58:00Z'),
      await statusAt(opened, '2026-03-02T14:59:30Z'),
      await statusAt(opened, '2026-03-02T15:30:00Z'),
      await statusAt(opened, '2026-03-02T16:30:00Z'),
    ],
    shows: {
      none: [400, 400, 200, 200],
      'minute-of-grace': [400, 200, 200, 200],
      'hour-ahead': [400, 400, 400, 200],
    },
  },
  fractions: {
    probe: async ({ update, stored }) => [
      await status(update(first, { scheduled_at: '2026-05-20T16:00:00.250+02:00' })),
      stored(first)['scheduled_at'],
    ],
    shows: { kept: [200, '2026-05-20T16:00:00.250+02:00'], dropped: [200, later], refused: [400, storedFirst] },
  },
  'without-seconds': {
    probe: (opened) => statusAt(opened, '2026-05-20T16:00+02:00'),
    shows: { refused: 400, accepted: 200 },
  },
  'lower-case-time': {
    probe: (opened) => statusAt(opened, '2026-05-20t14:00:00z'),
    shows: { accepted: 200, refused: 400 },
  },
  'compact-offset': {
    probe: (opened) => statusAt(opened, '2026-05-20T16:00:00+0200'),
    shows: { refused: 400, accepted: 200 },
  },
  'negative-zero': {
    probe: (opened) => statusAt(opened, '2026-05-20T14:00:00-00:00'),
    shows: { accepted: 200, refused: 400 },
  },
  'week-date': {
    probe: async ({ update, stored }) => [
      await status(update(first, { scheduled_at: '2026-W21-3T14:00:00Z' })),
      stored(first)['scheduled_at'],
    ],
    shows: { refused: [400, storedFirst], accepted: [200, later] },
  },
  'reschedule-status': {
    probe: ({ update }) => field(update(first, { scheduled_at: later }), 'status'),
    shows: { stays: 'confirmed', pending: 'pending' },
  },
  'zoneless-offset': {
    probe: ({ update }) => field(update(anivaIds.zonelessAppointmentId, { scheduled_at: later }), 'scheduled_at'),
    shows: { utc: '2026-05-20T14:00:00Z', 'as-sent': later },
  },
  'pending-confirmation': {
    probe: async ({ call, advance }) => {
      const at = async (): Promise<unknown> => field(call('GET', `${appointmentsPath}/${pending[0]}`), 'status')
      const before = await at()
      advance(60_000)
      return [before, await at()]
    },
    shows: { never: ['pending', 'pending'], 'after-a-minute': ['pending', 'confirmed'] },
  },
  'confirm-locked': {
    probe: ({ call }) => status(call('POST', `${appointmentsPath}/${drawn[0]}/confirm`, { barcode: '4012345678901' })),
    shows: { 409: 409, 200: 200 },
  },
  etag: {
    probe: async ({ update }) => {
      const { headers } = await update(first, { scheduled_at: later })
      return [headers.get('etag'), await status(update(first, { scheduled_at: later }, { 'if-match': '"other"' }))]
    },
    shows: { absent: [null, 200], checked: [`"${first}-2"`, 412] },
  },
  'no-op-update': {
    probe: async ({ update, advance }) => {
      await update(first, { scheduled_at: later })
      advance(60_000)
      return field(update(first, { scheduled_at: later }), 'updated_at')
    },
    shows: { moves: '2026-03-02T15:01:00Z', keeps: '2026-03-02T15:00:00Z' },
  },
  'id-case': {
    probe: async ({ update }) => [
      await status(update(first.toUpperCase(), {})),
      await status(update(first, { location_id: anivaIds.locationId.toUpperCase() })),
    ],
    shows: { insensitive: [200, 200], sensitive: [404, 404] },
  },
  'body-size': {
    probe: ({ update }) => status(update(first, { scheduled_at: later, comment: 'a'.repeat(20_000) })),
    shows: { unlimited: 200, '16-kibibytes': 413 },
  },
  'profile-values': {
    probe: async ({ update }) => {
      const { sex, language } = (await field(update(first, {}), 'profile')) as Record<string, unknown>
      return [sex, language]
    },
    shows: { plain: [2, 'de'], unusual: [0, 'sv'] },
  },
  embedded: {
    probe: async ({ update }) => {
      const { profile, panels, shipments } = (await update(first, {})).body as Record<string, object | undefined>
      return [Object.keys(profile ?? {}).length, Array.isArray(panels), Array.isArray(shipments)]
    },
    shows: { all: [13, true, true], 'short-profile': [6, true, true], missing: [0, false, false] },
  },
  'extra-response-fields': {
    probe: async ({ update }) => Object.keys((await update(first, {})).body as object).includes('reminders'),
    shows: { absent: false, present: true },
  },
  'panels-list': {
    probe: ({ call }) => status(call('GET', '/api/v1/panels')),
    shows: { absent: 404, offered: 200 },
  },
}

/** For each defect, a request whose response shows whether the server has the defect. */
export const defectProbes: Probes<OpenedAniva, typeof anivaDefects> = {
  'update-not-stored': {
    probe: async ({ update, stored }) => [
      await field(update(first, { scheduled_at: later }), 'scheduled_at'),
      stored(first)['scheduled_at'],
    ],
    shows: { off: [later, later], on: [later, storedFirst] },
  },
  'location-reset': {
    probe: ({ update }) => field(update(first, { scheduled_at: later }), 'location_id'),
    shows: { off: anivaIds.locationId, on: null },
  },
  'instant-shifted': {
    probe: ({ update }) => field(update(first, { scheduled_at: '2026-05-20T14:00:00Z' }), 'scheduled_at'),
    shows: { off: later, on: '2026-05-20T14:00:00+02:00' },
  },
  'other-appointment-changed': {
    probe: async ({ update, stored }) => {
      await update(first, { scheduled_at: later })
      return stored(second)['scheduled_at'] === later
    },
    shows: { off: false, on: true },
  },
  'refused-update-stored': {
    probe: async ({ update, stored }) => {
      const invalid = await status(update(first, { scheduled_at: later, location_id: 'x' }))
      const conflict = await status(update(cancelled[0], { scheduled_at: later }))
      const isStored = [first, cancelled[0]].map((id) => stored(id)['scheduled_at'] === later)
      return [invalid, conflict, ...isStored]
    },
    shows: { off: [400, 409, false, false], on: [400, 409, true, true] },
  },
  'locked-appointment-changed': {
    probe: async ({ update }) => [
      await status(update(cancelled[0], { scheduled_at: later })),
      await status(update(drawn[0], { scheduled_at: later })),
    ],
    shows: { off: [409, 409], on: [200, 200] },
  },
  'wrong-id-returned': {
    probe: ({ update }) => field(update(first, { scheduled_at: later }), 'id'),
    shows: { off: first, on: anivaIds.profileId },
  },
  'key-not-checked': {
    probe: async ({ update }) => [
      await status(update(first, {}, { 'x-api-key': 'wrong' })),
      await status(update(first, {}, { 'x-api-key': '' })),
    ],
    shows: { off: [403, 403], on: [200, 403] },
  },
  'past-time-accepted': {
    probe: (opened) => statusAt(opened, '2020-05-20T16:00:00Z'),
    shows: { off: 400, on: 200 },
  },
  'utc-returned': {
    probe: ({ update }) => field(update(first, { scheduled_at: later }), 'scheduled_at'),
    shows: { off: later, on: '2026-05-20T14:00:00Z' },
  },
}
