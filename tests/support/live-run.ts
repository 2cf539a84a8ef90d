import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/report/report.ts'
import { fastClock, type FastClock } from './fast-clock.ts'
import { inFolder } from './in-folder.ts'
import { runMain, type Ran } from './run-main.ts'
import { testHost, type TestHost } from './test-host.ts'

/** Creates a `Host` on which pauses between requests take no time. */
export function hastyHost(env: Readonly<Record<string, string>> = {}, clock: FastClock = fastClock()): TestHost {
  const host = testHost({
    env: { NO_COLOR: '1', CONTRACT_GATE_SHOW_ERRORS: '1', ...env },
    elapsed: () => clock.elapsed(),
  })
  return Object.assign(host, {
    wait: (milliseconds: number) => clock.wait(milliseconds),
    today: () => new Date(clock.now()).toISOString(),
  })
}

/** The output of the last command, and the files that the commands left. */
export interface LiveRan extends Ran {
  readonly report?: Report
  /** True if the commands left a journal file (the changes that are not yet restored). */
  readonly hasJournal: boolean
}

/**
 * Creates a folder with this configuration and runs the commands in it, one after the other. Returns what the last
 * command printed, and the files that are left.
 */
export function runLive(
  config: string,
  env: Readonly<Record<string, string>>,
  ...commands: readonly (readonly string[])[]
): Promise<LiveRan> {
  return runLiveAt(fastClock(), config, env, ...commands)
}

/** Does the same as `runLive`, but with a given clock, so that the server can use the same clock. */
export function runLiveAt(
  clock: FastClock,
  config: string,
  env: Readonly<Record<string, string>>,
  ...commands: readonly (readonly string[])[]
): Promise<LiveRan> {
  return inFolder({ 'contract.config.yaml': config }, async (folder) => {
    let ran: Ran = { code: -1, out: '', err: '' }
    for (const args of commands) ran = await runMain(args, hastyHost(env, clock))
    const file = join(folder, 'reports', 'contract-report.json')
    const { api = '' } = /^ {2}(?<api>\w+):/m.exec(config)?.groups ?? {}
    return {
      ...ran,
      ...(existsSync(file) ? { report: JSON.parse(readFileSync(file, 'utf8')) as Report } : {}),
      hasJournal: existsSync(join(folder, '.contract-gate', `${api}.journal.json`)),
    }
  })
}
