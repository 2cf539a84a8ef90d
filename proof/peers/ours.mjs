import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, NO_VERDICT } from './command.mjs'

/** The gate. Runs as one process against a running sandbox. */
export const ours = {
  name: 'contract-gate',
  line: 'contract-gate gate --api NAME --target sandbox --base-url URL --now NOW --seed 1',
  plan: 'default',
  tuned: 'only the documents with their annotations and scenarios',
  install: ownVersion,
  run: (asked) => runGate(asked, []),
}

/** The gate with the lean plan. */
export const oursLean = {
  name: 'contract-gate --plan lean',
  line: 'contract-gate gate … --plan lean',
  plan: 'lean',
  tuned: 'the same, with the fewest cases that exercise each clause',
  install: ownVersion,
  run: (asked) => runGate(asked, ['--plan', 'lean']),
}

/** The gate with the deep plan, for nightly runs. */
export const oursDeep = {
  name: 'contract-gate --plan deep',
  line: 'contract-gate gate … --plan deep',
  plan: 'deep',
  tuned: 'the same, with every step between states and more combinations of values, for nightly runs',
  install: ownVersion,
  run: (asked) => runGate(asked, ['--plan', 'deep']),
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
  // Counts drift as a detection, although the gate exits with 0.
  const findings = report.runs.flatMap(({ findings }) => findings.map(({ rule, clause }) => `${rule} ${clause}`))
  return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, milliseconds, out }
}
