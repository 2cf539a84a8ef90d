import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report } from '../../../src/report/report.ts'
import { startVendor } from '../../stand-ins/proof/live-setup.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

/** Runs the gate with a baseline against a test server that has these defects. Returns the exit code and the run. */
async function gate(defects: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const clock = fastClock()
  const { server, setup } = await startVendor('lobbie', { set: defects, now: () => clock.now() })
  try {
    writeFileSync('contract.config.yaml', setup.config(setup.fixtures))
    const command = ['gate', '--target', 'live', '--api', 'lobbie', '--baseline', 'baseline.yaml', ...args]
    const { code, out, err } = await runMain(command, hastyHost(setup.env, clock))
    const { runs } = JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report
    return { code, printed: out + err, run: runs[0] }
  } finally {
    // Deletes the journal. The next run uses a new server, on which there is nothing to restore.
    rmSync('.contract-gate', { recursive: true, force: true })
    await server.close()
  }
}

const UNSIGNED = { 'signature-not-checked': 'on' }

test('a baseline of a live target accepts known failures but no new failure, and contains no part of a response', async () => {
  await inFolder({}, async () => {
    expect((await gate(UNSIGNED, '--baseline-update')).code).toBe(1)
    const file = readFileSync('baseline.yaml', 'utf8')
    expect(file).toMatch(/operation: updateAppointment/)
    expect(file).not.toMatch(/canary/i)
    writeFileSync(
      'baseline.yaml',
      file.replaceAll('reason: ""', 'reason: ticket 7').replaceAll('owner: ""', 'owner: Ada'),
    )
    const known = await gate(UNSIGNED)
    // Some clauses cannot be judged with these fixtures, so the run is inconclusive.
    expect(known.code, known.printed).toBe(2)
    expect(known.run?.clauses.filter(({ state }) => state === 'failed')).toEqual([])
    expect(known.run?.clauses.filter(({ state }) => state === 'known')).not.toEqual([])
    const more = await gate({ ...UNSIGNED, 'wrong-id-returned': 'on' })
    expect(more.code).toBe(1)
    const fixed = await gate({})
    expect(fixed.code).toBe(1)
    expect(fixed.printed.replaceAll(/\s+/g, ' ')).toMatch(/no longer fails/)
  })
})
