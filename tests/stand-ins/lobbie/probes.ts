import { createHmac } from 'node:crypto'
import type { Probes, Received } from '../common/test-client.ts'
import type { lobbieDefects, lobbieReadings } from './switches.ts'
import { type OpenedLobbie, pathOf, requestToken, tokenOf } from './test-lobbie.ts'
import { lobbieIds } from './world.ts'

const { SCHEDULED, CHECKED_IN, CHECKED_OUT, CANCELLED } = lobbieIds.appointments
const [first, second] = SCHEDULED
const withoutNote = SCHEDULED[3]
const { accountId, locationId } = lobbieIds
const later = '2026-06-10T10:00:00-04:00'

const status = async (response: Promise<Received>): Promise<number> => (await response).status
const field = async (response: Promise<Received>, name: string): Promise<unknown> =>
  ((await response).body as Record<string, unknown>)[name]
const many = `${pathOf(accountId, locationId)}?patientId=${lobbieIds.manyPatientId}`

/**
 * For each setting of the server, a request whose response shows the value of the setting. The values are possible
 * answers to a question that the vendor's documentation leaves open.
 */
export const readingProbes: Probes<OpenedLobbie, typeof lobbieReadings> = {
  'base-path': {
    probe: async ({ server }) => new URL(server.baseUrl).pathname,
    shows: { root: '/', prefixed: '/gateway' },
  },
  'error-body': {
    probe: async ({ update }) => {
      const { headers, body } = await update(first, { status: 1 })
      return [headers.get('content-type'), body]
    },
    shows: {
      message: ['application/json', { message: 'status must be a string' }],
      error: ['application/json', { error: 'status must be a string' }],
      nested: ['application/json', { error: { code: 'E400', message: 'status must be a string' }, requestId: 'r-1' }],
      problem: [
        'application/problem+json',
        { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'status must be a string' },
      ],
      text: ['text/plain; charset=utf-8', 'status must be a string'],
      none: [null, ''],
    },
  },
  overload: {
    probe: async ({ call }) => {
      for (let sent = 1; sent < 12; sent += 1) await call('GET', many)
      const { status, headers } = await call('GET', many)
      return [status, headers.get('retry-after')]
    },
    shows: { never: [200, null], 429: [429, '1'], 503: [503, '1'] },
  },
  'token-limit': {
    probe: async ({ server }) => {
      for (let sent = 2; sent <= 3; sent += 1) await requestToken(server)
      return status(requestToken(server))
    },
    shows: { none: 200, 'three-a-minute': 429 },
  },
  'token-refusal': {
    probe: ({ server }) => status(requestToken(server, undefined, { client_secret: 'wrong' })),
    shows: { 400: 400, 401: 401 },
  },
  'gateway-key': {
    probe: async ({ server, call }) => [
      await status(call('GET', many, undefined, { 'x-api-key': '' })),
      await status(requestToken(server, undefined, {}, {})),
    ],
    shows: { required: [403, 403], 'not-required': [200, 200] },
  },
  'gateway-first': {
    probe: ({ call }) => status(call('GET', many, undefined, { 'x-api-key': '', authorization: '' })),
    shows: { key: 403, token: 401 },
  },
  'inactive-client': {
    probe: async ({ server, call }) => {
      const token = await tokenOf(server, server.credentials.inactive)
      return status(call('GET', many, undefined, { authorization: `Bearer ${token}` }))
    },
    shows: { 403: 403, 401: 401 },
  },
  'foreign-location': {
    probe: ({ call }) =>
      status(call('PUT', `${pathOf(accountId, lobbieIds.foreignLocationId)}/${first}`, { note: 'a' })),
    shows: { 403: 403, 404: 404 },
  },
  'unknown-account': {
    probe: async ({ call }) => [
      await status(call('PUT', `${pathOf(lobbieIds.unknownAccountId, locationId)}/${first}`, { note: 'a' })),
      await status(call('PUT', `${pathOf(lobbieIds.foreignAccountId, locationId)}/${first}`, { note: 'a' })),
      await status(call('PUT', `${pathOf(lobbieIds.revokedAccountId, locationId)}/${first}`, { note: 'a' })),
    ],
    shows: { 403: [403, 403, 403], 404: [404, 403, 403] },
  },
  'wrong-location': {
    probe: ({ update }) => status(update(lobbieIds.otherLocationAppointmentId, { note: 'a' })),
    shows: { 404: 404, 403: 403 },
  },
  'refusal-order': {
    probe: ({ update }) => status(update(lobbieIds.unknownAppointmentId, { note: 1 })),
    shows: { 'lookup-first': 404, 'body-first': 400 },
  },
  'bad-path-id': {
    probe: async ({ update }) => [
      await status(update('abc', { note: 'a' })),
      await status(update('9223372036854775808', { note: 'a' })),
    ],
    shows: { 400: [400, 400], 404: [404, 404] },
  },
  'id-below-one': {
    probe: async ({ update }) => [await status(update(0, { note: 'a' })), await status(update(-1, { note: 'a' }))],
    shows: { 404: [404, 404], 400: [400, 400] },
  },
  'largest-id': {
    probe: ({ update }) => status(update('2147483648', { note: 'a' })),
    shows: { int64: 404, int32: 400 },
  },
  'validation-status': {
    probe: async ({ update }) => [
      await status(update(first, { note: 1 })),
      await status(update(first, { startTime: '2020-01-01T10:00:00Z' })),
      await status(update(first, '{')),
    ],
    shows: { 400: [400, 400, 400], 422: [422, 422, 400] },
  },
  'wrong-media-type': {
    probe: ({ update }) => status(update(first, '{"note":"a"}', { 'content-type': 'text/plain' })),
    shows: { 400: 400, 415: 415 },
  },
  'empty-body': {
    probe: ({ update }) => status(update(first, {})),
    shows: { accepted: 200, refused: 400 },
  },
  'unknown-fields': {
    probe: async ({ update, stored }) => [
      await status(update(first, { note: 'a', patientId: 1 })),
      stored(first)['patientId'],
    ],
    shows: { ignored: [200, lobbieIds.patientId], refused: [400, lobbieIds.patientId] },
  },
  'null-field': {
    probe: async ({ update, stored }) => [
      await status(update(first, { note: null })),
      await status(update(first, { practitionerId: null })),
      typeof stored(first)['note'],
    ],
    shows: { refused: [400, 400, 'string'], ignored: [200, 200, 'string'], 'clears-note': [200, 400, 'undefined'] },
  },
  'empty-note': {
    probe: async ({ update, stored }) => [await status(update(first, { note: '' })), stored(first)['note'] ?? 'unset'],
    shows: {
      stored: [200, ''],
      refused: [400, `canary-note-${first}: bring the blue folder`],
      cleared: [200, 'unset'],
    },
  },
  'note-limit': {
    probe: async ({ update }) => [
      await status(update(first, { note: '😀'.repeat(1000) })),
      await status(update(first, { note: 'a'.repeat(1001) })),
    ],
    shows: { none: [200, 200], 1000: [200, 400] },
  },
  'note-characters': {
    probe: async ({ update, stored }) => {
      const control = await status(update(first, { note: 'a\u0007' }))
      await update(first, { note: ' a ' })
      return [control, stored(first)['note']]
    },
    shows: { any: [200, ' a '], 'no-control': [400, ' a '], trimmed: [200, 'a'] },
  },
  'start-forms': {
    probe: async ({ update }) => [
      await status(update(first, { startTime: '2026-06-10T10:00:00-0400' })),
      await status(update(first, { startTime: '2026-W24-3T10:30Z' })),
      await status(update(first, { startTime: 'tomorrow' })),
    ],
    shows: { rfc3339: [400, 400, 400], iso8601: [200, 200, 400] },
  },
  'naive-start': {
    probe: async ({ update, stored }) => [
      await status(update(first, { startTime: '2026-06-10T10:00:00' })),
      String(stored(first)['startTime']).slice(5),
    ],
    shows: {
      refused: [400, '04-01T09:00:00-04:00'],
      'location-time': [200, '06-10T10:00:00-04:00'],
      utc: [200, '06-10T06:00:00-04:00'],
    },
  },
  'past-start': {
    probe: ({ update }) => status(update(first, { startTime: '2026-03-02T09:59:00-05:00' })),
    shows: { refused: 400, accepted: 200 },
  },
  'opening-hours': {
    probe: ({ update }) => status(update(first, { startTime: '2026-06-10T22:00:00-04:00' })),
    shows: { ignored: 200, 409: 409, 400: 400 },
  },
  'taken-slot': {
    probe: ({ update, server }) =>
      status(update(first, { startTime: server.ids.takenStart, practitionerId: lobbieIds.busyPractitionerId })),
    shows: { 409: 409, accepted: 200, 400: 400 },
  },
  'status-steps': {
    probe: async ({ update }) => [
      await status(update(first, { status: 'CHECKED_IN' })),
      await status(update(second, { status: 'CONFIRMED' })),
      await status(update(CHECKED_OUT[0], { status: 'SCHEDULED' })),
    ],
    shows: { forward: [200, 200, 409], any: [200, 200, 200], 'one-at-a-time': [409, 200, 409] },
  },
  'wrong-step': {
    probe: ({ update }) => status(update(CANCELLED[0], { status: 'SCHEDULED' })),
    shows: { 409: 409, 400: 400 },
  },
  'same-status': {
    probe: ({ update }) => status(update(first, { status: 'SCHEDULED' })),
    shows: { accepted: 200, refused: 409 },
  },
  'closed-appointments': {
    probe: async ({ update }) => [
      await status(update(CANCELLED[0], { note: 'a' })),
      await status(update(CANCELLED[0], { startTime: later })),
    ],
    shows: { locked: [409, 409], 'notes-only': [200, 409], open: [200, 200] },
  },
  'reschedule-started': {
    probe: ({ update }) => status(update(CHECKED_IN[0], { startTime: later })),
    shows: { accepted: 200, refused: 409 },
  },
  'combined-change': {
    probe: ({ update }) => status(update(first, { startTime: later, status: 'CONFIRMED' })),
    shows: { accepted: 200, refused: 400 },
  },
  'unknown-practitioner': {
    probe: ({ update }) => status(update(first, { practitionerId: lobbieIds.unknownPractitionerId })),
    shows: { 400: 400, 404: 404 },
  },
  'practitioner-without-role': {
    probe: ({ update }) => status(update(first, { practitionerId: lobbieIds.practitionerWithoutRoleId })),
    shows: { 400: 400, 404: 404 },
  },
  'practitioner-elsewhere': {
    probe: ({ update }) => status(update(first, { practitionerId: lobbieIds.practitionerElsewhereId })),
    shows: { 400: 400, 404: 404, accepted: 200 },
  },
  'unset-fields': {
    probe: async ({ update }) => {
      const { body } = await update(withoutNote, {})
      return 'note' in (body as object) ? (body as { note: unknown }).note : 'absent'
    },
    shows: { omitted: 'absent', null: null, 'empty-text': '' },
  },
  'never-updated': {
    set: { 'no-op-update': 'keeps' },
    probe: async ({ update }) => {
      const { body } = await update(first, {})
      return 'updatedAt' in (body as object) ? (body as { updatedAt: unknown }).updatedAt : 'absent'
    },
    shows: { 'created-at': '2026-02-10T15:00:00Z', null: null, omitted: 'absent' },
  },
  'unset-practitioner': {
    probe: async ({ update }) => {
      const { body } = await update(withoutNote, {})
      return 'practitionerId' in (body as object) ? (body as { practitionerId: unknown }).practitionerId : 'absent'
    },
    shows: { never: lobbieIds.practitionerId, null: null, omitted: 'absent' },
  },
  'response-fields': {
    probe: async ({ update }) => Object.keys((await update(first, { note: 'a' })).body as object).length,
    shows: { all: 12, 'id-and-status': 2 },
  },
  'extra-response-fields': {
    probe: async ({ update }) => (await field(update(first, { note: 'a' }), 'telehealth')) ?? 'absent',
    shows: { absent: 'absent', present: 'NONE' },
  },
  'returned-offset': {
    probe: async ({ update }) => {
      const { body } = await update(first, { startTime: '2026-06-10T16:00:00+02:00' })
      const { startTime, endTime } = body as { startTime: string; endTime: string }
      return [startTime, endTime]
    },
    shows: {
      location: ['2026-06-10T10:00:00-04:00', '2026-06-10T10:30:00-04:00'],
      utc: ['2026-06-10T14:00:00Z', '2026-06-10T14:30:00Z'],
      'as-sent': ['2026-06-10T16:00:00+02:00', '2026-06-10T16:30:00+02:00'],
    },
  },
  'no-op-update': {
    probe: async ({ update, advance }) => {
      await update(first, { note: 'a' })
      advance(60_000)
      return field(update(first, { note: 'a' }), 'updatedAt')
    },
    shows: { moves: '2026-03-02T15:01:00Z', keeps: '2026-03-02T15:00:00Z' },
  },
  notification: {
    probe: async ({ update, server }) => {
      await update(first, { note: 'a' })
      return server.effects
    },
    shows: { never: [], 'on-change': [`notified patient ${lobbieIds.patientId}`] },
  },
  etag: {
    probe: async ({ update }) => {
      const { headers } = await update(first, { note: 'a' })
      return [headers.get('etag'), await status(update(first, { note: 'b' }, { 'if-match': '"other"' }))]
    },
    shows: { absent: [null, 200], checked: [`"${first}-2"`, 412] },
  },
  'get-one': {
    probe: ({ call }) => status(call('GET', `${pathOf(accountId, locationId)}/${first}`)),
    shows: { 405: 405, 404: 404, offered: 200 },
  },
  'next-page-field': {
    probe: async ({ call }) => Object.keys((await call('GET', many)).body as object),
    shows: {
      nextCursor: ['appointments', 'nextCursor'],
      cursor: ['appointments', 'cursor'],
      nextPageToken: ['appointments', 'nextPageToken'],
    },
  },
}

/** Returns a token that has the same claims but was signed with another key. */
function forge(token: string): string {
  const [, claims = ''] = token.split('.')
  const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')
  const signature = createHmac('sha256', 'another key').update(`${header}.${claims}`).digest('base64url')
  return `${header}.${claims}.${signature}`
}

/** For each defect, a request whose response shows whether the server has the defect. */
export const defectProbes: Probes<OpenedLobbie, typeof lobbieDefects> = {
  'update-not-stored': {
    probe: async ({ update, stored }) => [await field(update(first, { note: 'a' }), 'note'), stored(first)['note']],
    shows: { off: ['a', 'a'], on: ['a', `canary-note-${first}: bring the blue folder`] },
  },
  'note-reset': {
    probe: async ({ update, stored }) => {
      await update(first, { practitionerId: lobbieIds.freePractitionerId })
      return stored(first)['note'] ?? 'unset'
    },
    shows: { off: `canary-note-${first}: bring the blue folder`, on: 'unset' },
  },
  'instant-shifted': {
    probe: ({ update }) => field(update(first, { startTime: '2026-06-10T16:00:00+02:00' }), 'startTime'),
    shows: { off: '2026-06-10T10:00:00-04:00', on: '2026-06-10T16:00:00-04:00' },
  },
  'other-appointment-changed': {
    probe: async ({ update, stored }) => {
      await update(first, { note: 'a' })
      return stored(second)['note']
    },
    shows: { off: `canary-note-${second}: bring the blue folder`, on: 'a' },
  },
  'refused-update-stored': {
    probe: async ({ update, stored }) => {
      const invalid = await status(update(first, { note: 'a', practitionerId: 'b' }))
      const conflict = await status(update(CANCELLED[0], { note: 'a' }))
      return [invalid, conflict, stored(first)['note'] === 'a', stored(CANCELLED[0])['note'] === 'a']
    },
    shows: { off: [400, 409, false, false], on: [400, 409, true, true] },
  },
  'wrong-id-returned': {
    probe: ({ update }) => field(update(first, { note: 'a' }), 'id'),
    shows: { off: first, on: lobbieIds.patientId },
  },
  'signature-not-checked': {
    probe: ({ update, token }) => status(update(first, { note: 'a' }, { authorization: `Bearer ${forge(token)}` })),
    shows: { off: 401, on: 200 },
  },
  'foreign-appointment-changed': {
    probe: async ({ update, stored }) => [
      await status(update(lobbieIds.foreignAppointmentId, { note: 'a' })),
      stored(lobbieIds.foreignAppointmentId)['note'] === 'a',
    ],
    shows: { off: [404, false], on: [200, true] },
  },
  'unknown-status-stored': {
    probe: async ({ update, stored }) => [await status(update(first, { status: 'BOOKED' })), stored(first)['status']],
    shows: { off: [400, 'SCHEDULED'], on: [200, 'BOOKED'] },
  },
  'crash-on-wrong-type': {
    probe: ({ update }) => status(update(first, { note: ['a'] })),
    shows: { off: 400, on: 500 },
  },
}
