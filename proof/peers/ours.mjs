import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, NO_VERDICT } from './command.mjs'

const EXPLORED = 100

/** The gate: one process against a running sandbox. */
export const ours = {
  name: 'contract-gate',
  hasSeeds: true,
  tuned: 'only the documents with their annotations and scenarios',
  install: ownVersion,
  run: (asked) => runGate(asked, []),
}

/** The gate with the lean plan. */
export const oursLean = {
  name: 'contract-gate --plan lean',
  hasSeeds: true,
  tuned: 'the same, with the fewest cases that exercise each clause',
  install: ownVersion,
  run: (asked) => runGate(asked, ['--plan', 'lean']),
}

/** The gate with random cases in addition to the plan. */
export const oursExploring = {
  name: `contract-gate --explore ${EXPLORED}`,
  hasSeeds: true,
  tuned: `the same, with ${EXPLORED} random cases in addition to the plan`,
  install: ownVersion,
  run: (asked) => runGate(asked, ['--explore', String(EXPLORED)]),
}

async function ownVersion() {
  return JSON.parse(readFileSync('package.json', 'utf8')).version
}

async function runGate({ api, server, seed = 1, rate, work }, more) {
  rmSync(work, { recursive: true, force: true })
  const { code, out, milliseconds } = await command(process.execPath, [
    ...['dist/cli/bin.js', 'gate', '--api', api, '--target', 'sandbox', '--base-url', server.url],
    ...['--now', server.now, '--seed', String(seed), '--format', 'json', '--report-dir', work],
    ...(rate === undefined ? [] : ['--rate', `${rate}/s`]),
    ...more,
  ])
  const file = join(work, 'contract-report.json')
  const report = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1))
  // Drift counts as a detection here, although the gate exits 0.
  const findings = report.runs.flatMap(({ findings }) => findings.map(({ rule, clause }) => `${rule} ${clause}`))
  return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, milliseconds, out }
}
