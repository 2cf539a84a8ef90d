import { expect, test } from 'vitest'
import { runGate, runMain } from '../support/run-main.ts'

const shown = (report: Awaited<ReturnType<typeof runGate>>['report']) =>
  report.runs.map(({ api, target, verdict, coverage, clauses }) => ({
    ...{ api, target, verdict, coverage },
    clauses: clauses.map(({ id, state }) => `${id} ${state}`),
  }))

test('a run with --plan lean exercises the same clauses with fewer requests', async () => {
  const [whole, lean] = [await runGate([]), await runGate(['--plan', 'lean'])]
  expect([whole.code, lean.code]).toEqual([0, 0])
  expect(shown(lean.report)).toEqual(shown(whole.report))
  const requests = lean.report.runs
    .filter(({ target }) => target === 'sandbox')
    .map(({ api, counts }) => [api, counts.requests])
  expect(requests).toEqual([
    ['aniva', 30],
    ['lobbie', 41],
  ])
  expect([whole.report.plan, lean.report.plan]).toEqual([undefined, 'lean'])
  expect([whole.out.includes('lean plan'), lean.out.includes('lean plan')]).toEqual([false, true])
}, 60_000)

test('a dry run with --plan lean prints the smaller plan', async () => {
  const { code, out } = await runMain(['gate', '--api', 'lobbie', '--target', 'sandbox', '--plan', 'lean', '--dry-run'])
  expect(code).toBe(0)
  expect(out).toMatch(/^lobbie on sandbox: 40 cases for \d+ clauses/)
})
