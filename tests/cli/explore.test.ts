import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { isObject, type JsonObject } from '../../src/json.ts'
import type { FindingReport, Report, RunReport } from '../../src/report/report.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { NOTES, openNotes, type NotesServer } from '../support/notes-server.ts'
import { runGate, runMain } from '../support/run-main.ts'
import { openSpoilingProxy } from '../support/spoiling-proxy.ts'
import { testHost } from '../support/test-host.ts'

let folder: string
const servers: NotesServer[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explore-'))
  writeFileSync(join(folder, 'notes.yaml'), NOTES)
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function notes(...[fault]: Parameters<typeof openNotes>): Promise<NotesServer> {
  const server = await openNotes(fault)
  servers.push(server)
  return server
}

const at = ({ url }: NotesServer): string[] => ['--spec', join(folder, 'notes.yaml'), '-u', url]

/** Returns a 500 only if the note is long and the size is large. No case of the plan sends both. */
const failsAtLongLargeNotes: Parameters<typeof openNotes>[0] = ({ text, size }) =>
  typeof text === 'string' && [...text].length > 5 && size === 'large' ? [500, { error: 'failed' }] : undefined

/** Accepts a count of the wrong type, but only if the body has the field `size` too. */
const takesCountsBesideSizes: Parameters<typeof openNotes>[0] = ({ count, size }) =>
  typeof count === 'string' && size !== undefined ? [200, { id: 7 }] : undefined

function runOf({ runs }: Report): RunReport {
  const [run] = runs
  return run ?? expect.fail('there is no run')
}

function onlyFinding(report: Report): FindingReport {
  const { findings } = runOf(report)
  expect(findings.map(({ rule, case: path }) => [rule, path])).toHaveLength(1)
  return findings[0] ?? expect.fail('there is no finding')
}

const explored = ({ cases }: RunReport): RunReport['cases'] => cases.filter(({ path }) => path.includes('/explore/'))

describe('a fault that --explore finds', () => {
  const FAULTS = [
    ['a combination of valid values causes a 500', failsAtLongLargeNotes, 'status_code_conformance', 'valid'],
    [
      'an invalid value is accepted beside another field',
      takesCountsBesideSizes,
      'negative_data_rejection',
      'negative',
    ],
  ] as const

  test.each(FAULTS)(
    'is reported with a smaller (shrunk) case, which the replay command sends again: %s',
    async (_name, fault, rule, kind) => {
      const server = await notes(fault)
      expect((await runGate(at(server))).code).toBe(0)
      const before = server.asked.length
      const { code, out, report } = await runGate([...at(server), '--explore', '100'])
      expect(code).toBe(1)
      expect(out.replaceAll(/\s+/g, ' ')).toMatch(/shrunk from addNote\/explore\/\S+ with \d+ requests/)
      const finding = onlyFinding(report)
      expect(finding.rule).toBe(rule)
      expect(finding.case).toMatch(new RegExp(`^addNote/explore/${kind}/\\d+(:\\d+)+$`))
      expect(finding.case.startsWith(`${finding.shrunk?.from}:`)).toBe(true)
      expect(finding.shrunk?.requests).toBeLessThanOrEqual(60)
      expect(server.asked.length - before).toBe(runOf(report).counts.requests)
      const body = JSON.parse(finding.exchange.request.body ?? 'null') as JsonObject
      expect(Object.keys(body).toSorted()).toEqual(kind === 'valid' ? ['size', 'text'] : ['count', 'size', 'text'])
      if (kind === 'valid') expect([...String(body['text'])]).toHaveLength(6)
      expect(finding.exchange.request.target).toBe('/notes')

      const sent = server.asked.length
      expect(finding.replay).toContain(`--case '${finding.case}'`)
      const words = finding.replay.replaceAll("'", '').split(' ').slice(1)
      const again = await runMain([...words, '--report-dir', join(folder, 'again'), '--format', 'json'], testHost())
      expect(again.code).toBe(1)
      // The replay sends the case once. It does not repeat the case to find unstable responses, because a repetition
      // could do harm.
      expect(server.asked.slice(sent).map((each) => each.body)).toEqual([body])
      const replayed = onlyFinding(JSON.parse(again.out) as Report)
      const { shrunk: _shrunk, count: _count, exchange, ...told } = finding
      const { count: _again, exchange: exchangeAgain, ...toldAgain } = replayed
      expect(toldAgain).toEqual(told)
      expect(exchangeAgain.request).toEqual(exchange.request)
    },
  )

  test('is reported with the original random case if the run stops before it shrinks that case', async () => {
    const server = await notes(failsAtLongLargeNotes)
    const { code, report } = await runGate([...at(server), '--explore', '100', '--bail'])
    const finding = onlyFinding(report)
    expect([code, finding.shrunk]).toEqual([1, undefined])
    expect(finding.case).toMatch(/^addNote\/explore\/valid\/\d+$/)
  })

  test('is reported with a planned case, not a random case, if both find the fault', async () => {
    const server = await notes(({ size }) => (size === 'large' ? [500, { error: 'failed' }] : undefined))
    const { report } = await runGate([...at(server), '--explore', '40'])
    const finding = onlyFinding(report)
    expect(finding.case).not.toContain('/explore/')
    expect(finding).not.toHaveProperty('shrunk')
    expect(finding.count).toBeGreaterThan(4)
  })
})

describe('--explore on the sandbox, where each case has its own fixture', () => {
  test('the replay of a shrunk case sends the same bytes as the run', async () => {
    const listening = await listen(createSandbox({ now: DEFAULT_NOW, seed: 1 }))
    const proxy = await openSpoilingProxy(listening.url, {
      status: 200,
      spoil: ({ body }) =>
        isObject(body) && body['status'] === 'CONFIRMED' && String(body['note']).length < 3 ? { status: 500 } : {},
    })
    try {
      const args = ['--api', 'lobbie', '--target', 'sandbox', '-u', proxy.url]
      const sentSince = (from: number): object[] =>
        proxy.passed
          .slice(from)
          .filter(({ target }) => target.startsWith('/partner/'))
          .map(({ method, target, body }) => ({ method, target, body }))
      const { report } = await runGate([...args, '--explore', '120'])
      const finding = onlyFinding(report)
      expect(finding.case).toMatch(/^updateAppointment\/explore\/valid\/\d+(:\d+)+$/)
      const body = JSON.parse(finding.exchange.request.body ?? 'null') as JsonObject
      // The fault occurs only if the status of the appointment is CONFIRMED. The fixture or the body can set this
      // status, so the smallest body is either empty or contains it.
      const { note, ...besides } = body
      expect(String(note).length).toBeLessThan(2)
      expect([{}, { status: 'CONFIRMED' }]).toContainEqual(besides)
      const before = sentSince(0)
      const from = proxy.passed.length
      const words = finding.replay.replaceAll("'", '').split(' ').slice(1)
      expect((await runMain([...words, '--report-dir', join(folder, 'sandbox')])).code).toBe(1)
      const [again, ...others] = sentSince(from)
      expect(before).toContainEqual(again)
      expect(others).toEqual(others.map(() => again))
    } finally {
      await proxy.close()
      await listening.close()
    }
  })
})

describe('--explore', () => {
  test('sends the same requests for the same seed, other requests for another seed, and more requests for more random cases', async () => {
    const sent = async (...more: string[]): Promise<unknown[]> => {
      const server = await notes()
      const { code } = await runGate([...at(server), '--concurrency', '1', ...more])
      expect(code).toBe(0)
      return [...server.asked]
    }
    const plan = await sent()
    const some = await sent('--explore', '20')
    expect(await sent('--explore', '20')).toEqual(some)
    expect(some.slice(0, plan.length)).toEqual(plan)
    expect(some.length).toBeGreaterThan(plan.length + 10)
    const more = await sent('--explore', '40')
    expect(some.filter((each) => !more.some((other) => JSON.stringify(other) === JSON.stringify(each)))).toEqual([])
    expect(await sent('--explore', '20', '--seed', '2')).not.toEqual(some)
  })

  test('does not change the coverage of the run', async () => {
    const server = await notes()
    const [plain, random] = [await runGate(at(server)), await runGate([...at(server), '--explore', '60'])]
    expect(runOf(random.report).clauses).toEqual(runOf(plain.report).clauses)
    expect(runOf(random.report).coverage).toEqual(runOf(plain.report).coverage)
    const kinds = new Set(explored(runOf(random.report)).map(({ path }) => path.split('/')[2]))
    expect(kinds).toEqual(new Set(['valid', 'negative']))
  })

  test('gives the same report in shards as in one run, and only one shard shrinks the failed case', async () => {
    const server = await notes(failsAtLongLargeNotes)
    const args = [...at(server), '--explore', '100']
    const whole = runOf((await runGate(args)).report)
    const files: string[] = []
    const shrunk: string[] = []
    for (const shard of ['1/3', '2/3', '3/3']) {
      const file = join(folder, `shard-${shard[0]}.json`)
      const { report } = await runGate([...args, '--shard', shard])
      writeFileSync(file, JSON.stringify(report))
      files.push(file)
      shrunk.push(...runOf(report).findings.flatMap((finding) => finding.shrunk?.from ?? []))
    }
    const merged = await runMain(['merge', ...files, '--report-dir', join(folder, 'merged'), '--format', 'json'])
    const run = runOf(JSON.parse(merged.out) as Report)
    const withoutTimes = ({ cases, counts, ...rest }: RunReport): object => ({
      ...rest,
      cases: cases.map(({ ms: _ms, ...each }) => each),
      counts: { ...counts, controlRequests: 0 },
    })
    expect(whole.findings).toHaveLength(1)
    // All random cases of an operation are in the same shard, because their verdicts depend on each other. Therefore
    // only one shard shrinks the failed case.
    expect(shrunk).toHaveLength(1)
    expect(withoutTimes(run)).toEqual(withoutTimes(whole))
  })

  test('adds the random cases to the printed plan', async () => {
    const server = await notes()
    const plain = await runMain(['gate', ...at(server), '--dry-run'])
    const random = await runMain(['gate', ...at(server), '--dry-run', '--explore', '10'])
    const [head = '', writes = '', ...rest] = plain.out.trimEnd().split('\n')
    expect(random.out.split('\n').slice(0, 3)).toEqual([head, writes, '10 extra random cases'])
    for (const line of rest) expect(random.out).toContain(line)
    expect(random.out).toContain('\n+ addNote/explore/valid/0\n')
    expect(server.asked).toEqual([])
  })

  test.each(['0', '-1', '1.5', 'many', '100000'])('rejects `%s` as the number of random cases', async (count) => {
    const { code, err } = await runMain(['gate', '--explore', count])
    expect([code, err]).toEqual([2, expect.stringContaining('`--explore` expects an integer from 1 to 99999')])
  })

  test.each([
    'addNote/explore/valid/17:999',
    'addNote/explore/valid/x',
    'addNote/explore/odd/1',
    'other/explore/valid/1',
  ])('refuses to replay the random case %s, which it cannot generate', async (path) => {
    const server = await notes()
    const { code, err } = await runMain(['replay', ...at(server), '--case', path])
    expect([code, err]).toEqual([2, expect.stringContaining(path)])
    expect(server.asked).toEqual([])
  })

  test('sends random valid values in every documented field', async () => {
    const server = await notes()
    const { report } = await runGate([...at(server), '--explore', '200', '--seed', '9'])
    expect(runOf(report).findings).toEqual([])
    const bodies = server.asked.map(({ body }) => (isObject(body) ? body : {}))
    // Only random cases send such long texts; no case of the plan does.
    expect(bodies.filter(({ text }) => typeof text === 'string' && text.length > 100).length).toBeGreaterThan(0)
    expect(new Set(server.asked.map(({ room }) => room)).size).toBeGreaterThan(8)
  })
})
