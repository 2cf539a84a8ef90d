import { expect, test } from 'vitest'
import { baselineOf, entry, inWorkshop, TWO } from './baseline-run.ts'

const BOOKS = { '/books/count': {} }

test('a new baseline (a list of known failures) is refused until each entry has a reason; then the gate tolerates the listed failures', async () => {
  await inWorkshop(async ({ gate, read, sign }) => {
    const first = await gate(TWO, '--baseline-update')
    expect(first.code).toBe(1)
    expect(first.err).toContain('baseline.yaml was updated: 2 new, 0 fixed: write a reason and an owner')
    expect(read().match(/reason: ""/g)).toHaveLength(2)
    const refused = await gate(TWO)
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/`reason` of an entry is empty\n {2}where {2}baseline\.yaml:13\n/),
    ])
    sign()
    const { code, out, run } = await gate(TWO)
    expect(code).toBe(0)
    expect(out).toContain('12 of 15 checkable clauses passed: library on live; 2 known failures')
    expect(run.counts).toMatchObject({ passed: 12, failed: 0, known: 2 })
    expect(run.coverage.exercised).toBe(14)
  })
})

test('the gate fails for a failure that the baseline does not list, even beside listed failures', async () => {
  await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry()))
    const { code, out, run } = await gate({ ...BOOKS, '/loans/count': { count: 'three' } })
    expect(code).toBe(1)
    expect(out).toContain('FAILED: 1 failure, 1 known failure: library on live')
    expect(run.findings.map(({ operation, baseline }) => [operation, baseline?.state])).toEqual([
      ['get /loans/count', 'new'],
      ['countBooks', 'known'],
    ])
    expect(run.cells.map(({ state }) => state)).toEqual(['known', 'passed', 'failed'])
  })
})

test('an entry of the baseline still matches if the same clause fails with another value', async () => {
  const type = { clause: 'countBooks/responses/200/content/application~1json/schema/properties/count/type' }
  await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry(type)))
    for (const count of ['two', false, {}]) {
      const { code } = await gate({ '/books/count': { count } })
      expect(code).toBe(0)
    }
  })
})

test('--strict fails on undocumented behaviour, except for behaviour that the baseline lists', async () => {
  await inWorkshop(async ({ gate, sign }) => {
    const drift = { '/books/count': { count: 1, shelf: 'A' } }
    expect((await gate(drift, '--strict', '--baseline-update')).code).toBe(1)
    sign()
    expect((await gate(drift, '--strict')).code).toBe(0)
    expect((await gate({ '/loans/count': { count: 1, shelf: 'A' } }, '--strict')).code).toBe(1)
  })
})

test('an inconclusive run with a baseline stays inconclusive, and does not change the baseline', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    const text = baselineOf(entry(), entry({ clause: 'countBooks/responses', rule: 'status_code_conformance' }))
    write(text)
    const { code, err, run } = await gate({}, '--baseline-update', '-u', 'http://127.0.0.1:9')
    expect(code).toBe(2)
    expect(run.baseline?.entries.map(({ state }) => state)).toEqual(['not-judged', 'not-judged'])
    expect(err).toContain('baseline.yaml was not updated, because the run is inconclusive')
    expect(read()).toBe(text)
  })
})

test('a replay of a known failure does not use the baseline', async () => {
  await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry()))
    const { run } = await gate(BOOKS)
    expect(run.findings[0]?.replay).not.toContain('baseline')
  })
})
