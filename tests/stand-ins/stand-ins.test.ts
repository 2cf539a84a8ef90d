import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseTime } from './common/parse-time.ts'
import { send } from './common/test-client.ts'
import { atHour, render, renderIn } from './common/zone.ts'
import { switches } from './switches.ts'

const main = fileURLToPath(new URL('main.mjs', import.meta.url))
const run = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

/** Starts a server from the command line. Returns the line of JSON that it prints, and a function that stops it. */
async function startFromCommandLine(...args: readonly string[]) {
  const child = run(...args)
  const { stdout } = child
  if (stdout === null) throw new Error('The process has no output.')
  const [line] = (await once(createInterface(stdout), 'line')) as [string]
  const stop = async (): Promise<unknown> => {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    return (await exit)[0]
  }
  return { shown: JSON.parse(line) as Record<string, unknown>, stop }
}

test('the list of settings has ten defects for each test server, and a source and a meaning for each setting', () => {
  for (const standIn of ['lobbie', 'aniva'])
    expect(switches.filter((one) => one.standIn === standIn && one.kind === 'defect')).toHaveLength(10)
  for (const { id, source, meaning, positions } of switches) {
    expect(
      [source, meaning].every((text) => text.length > 5),
      id,
    ).toBe(true)
    expect(new Set(positions).size, id).toBe(positions.length)
  }
})

/**
 * For each vendor, the questions that its documentation does not answer. For each text, the `source` of at least one
 * setting must begin with this text.
 */
const silences = {
  lobbie: [
    ...['base URL', 'error body', '429/500/503', 'x-api-key on update', 'empty body', 'unknown body fields'],
    ...['null for a field', 'note max length', 'note characters', 'id ranges', 'startTime without offset'],
    ...['startTime in the past', 'startTime outside opening hours', 'must startTime be a free slot', 'what is 409'],
    ...[
      'status transitions',
      'edits of CANCELLED',
      'practitioner without the role',
      'right appointment, wrong location',
    ],
    ...['response fields', 'offset of returned times', 'is PUT idempotent', 'does it notify the patient'],
    ...['does updatedAt move on a no-op', 'ETag', 'GET single appointment', 'next-cursor field name'],
  ].map((row) => `4.1 ${row}`),
  aniva: [
    ...['400/404/409/500 body', '429', '401', 'empty body', 'unknown fields', 'null for scheduled_at'],
    ...['null for location_id', 'setting location_id on a home', 'inactive location', 'only location_id sent'],
    ...['scheduled_at outside opening hours', 'scheduled_at on a taken slot', 'how far in the future', 'clock skew'],
    ...['seconds/fractions', 'lower-case z', '+0200', '-00:00', 'week dates', 'does a reschedule', 'timezone: null'],
    ...['pending → confirmed trigger', 'confirm on a cancelled', 'ETag', 'id case', 'max sizes', 'sex 0/9'],
    ...['are profile, panels, shipments always present', 'list panels fields'],
  ].map((row) => `4.2 ${row}`),
} as const

test.each(['lobbie', 'aniva'] as const)(
  'the test server has a setting for each question that the documentation of %s leaves open',
  (standIn) => {
    const sources = switches.filter((one) => one.standIn === standIn).map(({ source }) => source)
    expect(silences[standIn].filter((row) => !sources.some((source) => source.startsWith(row)))).toEqual([])
  },
)

test('a test server starts from the command line with the given settings, and stops on SIGTERM', async () => {
  const { shown, stop } = await startFromCommandLine('aniva', '--set', 'error-body=problem', '--set', 'missing-key=on')
  expect(Object.keys(shown)).toEqual(['baseUrl', 'tokenUrl', 'credentials', 'ids'])
  const { status, headers } = await send('GET', `${String(shown['baseUrl'])}/api/v1/locations`)
  expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  const proxy = await startFromCommandLine('slow-proxy', '--target', String(shown['baseUrl']), '--latency', '0')
  expect((await send('GET', `${String(proxy.shown['url'])}/api/v1/locations`)).status).toBe(401)
  expect([await proxy.stop(), await stop()]).toEqual([0, 0])
})

test.each([
  { args: ['other'], message: "Expected lobbie, aniva, slow-proxy or switches, got 'other'." },
  { args: ['lobbie', '--set', 'etag'], message: "--set expects SWITCH=POSITION, got 'etag'." },
  { args: ['lobbie', '--port', 'x'], message: "--port expects a number, got 'x'." },
  { args: ['slow-proxy'], message: 'slow-proxy needs --target URL.' },
])('the command line of the test servers refuses $args with one sentence', async ({ args, message }) => {
  const child = run(...args)
  let printed = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  expect([code, printed.trim()]).toEqual([2, message])
})

test.each([
  ['2026-05-20T16:00:00+02:00', '2026-05-20T14:00:00Z'],
  ['2026-05-20T14:00Z', '2026-05-20T14:00:00Z'],
  ['2026-05-20T09:30:00.5-04:30', '2026-05-20T14:00:00.500Z'],
  ['2026-W01-1T00:00:00Z', '2025-12-29T00:00:00Z'],
  ['2026-02-29T10:00:00Z', undefined],
  ['2026-05-20T24:00:00Z', undefined],
  ['2026-W54-1T00:00:00Z', undefined],
  ['2025-W53-1T00:00:00Z', undefined],
  ['2026-05-20', undefined],
  ['9999-12-31T23:59:59Z', undefined],
])('a test server parses the time %s as %s (undefined: the time is invalid)', (text, expected) => {
  const time = parseTime(text)
  expect(time && render(time.wall - (time.offset ?? 0) * 60_000, 'Z')).toBe(expected)
})

test('a rendered time follows the daylight saving time of its zone', () => {
  const now = Date.parse('2026-03-02T15:00:00Z')
  const zone = 'America/New_York'
  expect([5, 7].map((days) => renderIn(atHour(now, days, 9, zone), zone))).toEqual([
    '2026-03-07T09:00:00-05:00',
    '2026-03-09T09:00:00-04:00',
  ])
})
