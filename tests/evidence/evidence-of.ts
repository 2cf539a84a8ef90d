import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../src/cli/main.ts'
import type { Host } from '../../src/cli/host/host.ts'
import type { Report } from '../../src/report/report.ts'
import { filesBelow } from '../house/files-below.ts'
import { testHost, type TestHost } from '../support/test-host.ts'
import type { Artefacts } from './find-leaks.ts'

/** Every report format. */
export const ALL_FORMATS = ['text', 'json', 'junit', 'sarif', 'html', 'github'].flatMap((name) => ['--format', name])

/** The exit code of a command, and everything that the command wrote. */
export interface Evidence {
  readonly code: number
  readonly artefacts: Artefacts
  readonly out: string
  readonly err: string
  readonly folder: string
  readonly report?: Report
}

/** Runs a command in the environment of a GitHub workflow step. Returns everything that the command writes. */
export async function evidenceOf(
  args: readonly string[],
  parent: string,
  options: { readonly env?: Host['env']; readonly change?: (host: TestHost) => Host } = {},
): Promise<Evidence> {
  const folder = join(parent, `run-${readdirSync(parent).length}`)
  mkdirSync(folder)
  const env = { NO_COLOR: '1', GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), ...options.env }
  const host = testHost({ env })
  const takesFolder = ['gate', 'replay', 'merge', 'report'].includes(args[0] ?? '')
  const changed = options.change?.(host) ?? host
  const code = await main([...args, ...(takesFolder ? ['--report-dir', folder] : [])], changed)
  const files = filesBelow(folder).map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')] as const)
  const artefacts = new Map([...files, ['stdout', host.out()], ['stderr', host.err()]] as const)
  const json = artefacts.get('contract-report.json')
  const report = json === undefined ? {} : { report: JSON.parse(json) as Report }
  return { code, artefacts, out: host.out(), err: host.err(), folder, ...report }
}
