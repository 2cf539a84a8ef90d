import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Report } from '../../../src/report/report.ts'
import { runMain } from '../../support/run-main.ts'
import { testHost } from '../../support/test-host.ts'
import { baselineOf, entry, inWorkshop, TWO } from './baseline-run.ts'

const AUTHORS = {
  operation: 'countAuthors',
  clause: 'countAuthors/responses/200/content/application~1json/schema/properties/count/type',
}

test('a baseline is applied to the merged report, not to the single shards', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    write(baselineOf(entry(), entry(AUTHORS)))
    const whole = await gate(TWO)
    for (const index of ['1', '2']) {
      const shard = await gate(TWO, '--shard', `${index}/2`, '--report-dir', index)
      expect(shard.err).toContain('note: a shard is judged without --baseline')
    }
    const files = ['1', '2'].map((index) => `${index}/contract-report.json`)
    const merge = async (...args: string[]) => {
      const ran = await runMain(['merge', ...files, ...args], testHost({ today: '2026-03-02T09:00:00Z' }))
      return { ...ran, report: JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report }
    }
    expect((await merge()).code).toBe(1)
    const { code, report } = await merge('--baseline', 'baseline.yaml')
    expect(code).toBe(0)
    expect(report.runs[0]?.counts.known).toBe(2)
    expect(report.runs[0]?.clauses).toEqual(whole.run.clauses)
    expect(report.runs[0]?.baseline).toEqual(whole.run.baseline)
    await merge('--baseline', 'baseline.yaml', '--baseline-update')
    expect(read()).toContain('last-seen: 2026-03-02')
  })
})
