import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderFor, installed, lend, packed, run } from './packed.ts'

const EXAMPLES = 'tests/examples'
const folder = folderFor('examples')
let project = ''

beforeAll(async () => {
  project = await installed(folder.path, await packed(folder.path))
  lend(project, 'vitest', 'msw', '@types/node', 'undici-types')
  for (const name of readdirSync(EXAMPLES)) cpSync(join(EXAMPLES, name), join(project, name))
}, 240_000)
afterAll(() => folder.remove())

test('every example compiles strictly beside the installed package', async () => {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
  }
  const files = readdirSync(EXAMPLES).filter((name) => name.endsWith('.ts'))
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const ended = await run(process.execPath, [resolve('node_modules/typescript/bin/tsc')], project, true)
  expect(ended.stdout).toBe('')
}, 60_000)

test('every suite among them passes', async () => {
  const line = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--reporter=json', '--root', project]
  const ended = await run(process.execPath, line, project, true)
  const report = JSON.parse(ended.stdout.slice(ended.stdout.indexOf('{'))) as Record<string, unknown>
  expect(report, ended.stderr).toMatchObject({ success: true, numFailedTests: 0 })
  expect(report['numTotalTestSuites']).toBeGreaterThanOrEqual(3)
  expect(report['numPassedTests']).toBeGreaterThan(40)
}, 120_000)

test('every line of the workflow that asks the gate ends well', async () => {
  const workflow = parse(readFileSync(join(EXAMPLES, 'contract-gate.yml'), 'utf8')) as {
    jobs: { gate: { steps: { run?: string }[] } }
  }
  const lines = workflow.jobs.gate.steps.flatMap((step) => (step.run?.startsWith('npx ') === true ? [step.run] : []))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect((await run('npx', line.split(' ').slice(1), project)).code, line).toBe(0)
}, 60_000)
