import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, NO_VERDICT } from './command.mjs'

const EXPLORED = 100

/** Our own gate, as anybody runs it: one process against a sandbox that is already there. */
export const ours = {
  name: 'contract-gate',
  hasSeeds: true,
  tuned: 'nothing beside the annotations of the document, which the scenarios are part of',
  install: ownVersion,
  run: (asked) => runGate(asked, []),
}

/** The same with as few cases as bring each clause once. */
export const oursLean = {
  name: 'contract-gate --lean',
  hasSeeds: true,
  tuned: 'the same, with only as many cases as bring each clause once',
  install: ownVersion,
  run: (asked) => runGate(asked, ['--lean']),
}

/** The same with random cases beside the plan. */
export const oursExploring = {
  name: `contract-gate --explore ${EXPLORED}`,
  hasSeeds: true,
  tuned: `the same, with ${EXPLORED} random cases beside the plan`,
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
  // What is only drift is told and stops nobody; a lie that is only drift is noticed by it.
  const told = report.runs.flatMap(({ findings }) => findings.map(({ rule, clause }) => `${rule} ${clause}`))
  return { told: told.length === 0 && code !== 0 ? [NO_VERDICT] : told, milliseconds, out }
}
