import type { RunReport } from '../../../src/report/report.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { runLiveAt } from '../../support/live-run.ts'
import { startVendor, type Vendor } from './live-setup.ts'

/** The result of a live run against a test server with certain settings. */
export interface SwitchedRun {
  /**
   * The findings which say that the vendor broke a promise. Each has the rule, the case, and the expected and received
   * value.
   */
  readonly accusations: readonly string[]
  /** The ids of the assumptions that the run disproved. */
  readonly disproved: readonly string[]
  readonly code: number
  readonly run: RunReport | undefined
  readonly err: string
  readonly requests: number
}

/** Starts the test server of a vendor, runs the gate with all fixtures, and stops the server. */
export async function runSwitched(vendor: Vendor, set: Readonly<Record<string, string>>): Promise<SwitchedRun> {
  const clock = fastClock()
  const { server, setup } = await startVendor(vendor, { set, now: () => clock.now() })
  try {
    const gate = ['gate', '--target', 'live', '--api', vendor]
    const { report, code, err } = await runLiveAt(clock, setup.config(setup.fixtures), setup.env, gate)
    const [run] = report?.runs ?? []
    return {
      accusations: (run?.findings ?? [])
        .filter(({ level }) => level === 'error')
        .map((found) => `${found.rule} [${found.case}] ${found.clause}: ${found.expected}; ${found.received}`),
      disproved: (run?.assumptions ?? []).filter(({ state }) => state === 'disproved').map(({ id }) => id),
      code,
      run,
      err,
      requests: server.log.length,
    }
  } finally {
    await server.close()
  }
}
