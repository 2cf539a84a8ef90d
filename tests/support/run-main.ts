import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli/main.ts'
import type { Report } from '../../src/report/report.ts'
import { testHost, type TestHost, type TestHostOptions } from './test-host.ts'

/** The exit code and output of a command. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command of the command line in this process. */
export async function runMain(args: readonly string[], host: TestHost = testHost()): Promise<Ran> {
  const code = await main(args, host)
  return { code, out: host.out(), err: host.err() }
}

/**
 * Runs `gate` and also returns the report. Validates the document only if `validate` is true, because the validation
 * takes longer than many of these runs.
 */
export async function runGate(
  args: readonly string[],
  options: TestHostOptions | TestHost = {},
  validate = false,
): Promise<Ran & { readonly report: Report }> {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'))
  try {
    const ran = await runMain(
      ['gate', ...(validate ? [] : ['--no-validate']), ...args, '--report-dir', folder],
      'signal' in options ? options : testHost(options),
    )
    return { ...ran, report: JSON.parse(readFileSync(join(folder, 'contract-report.json'), 'utf8')) as Report }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns the findings of a report in short form: rule, level and clause. */
export function findingsOf({ runs }: Report): string[] {
  return runs.flatMap(({ findings }) => findings.map(({ rule, level, clause }) => `${rule} ${level} ${clause}`))
}
