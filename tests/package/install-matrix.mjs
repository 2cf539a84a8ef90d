// Installs the packed packages in empty projects beside other packages, compiles and runs code that uses them, and prints
// a table. Needs the network:
//   node tests/package/install-matrix.mjs [--tarball FILE] [--only PART-OF-A-ROW] [--node FILE]… [--resolve-only]
// With --resolve-only, npm only resolves the versions: a few seconds. With --tarball, the package of the clients is
// read from the folder of FILE.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const HERE = dirname(fileURLToPath(import.meta.url))

/** The versions of Node.js that run the package. They come from the package `node` of the registry. */
const NODE_VERSIONS = ['20', '22', '24', '26']

/**
 * The rows of the table. Each row has the packages of a project, and the oldest Node.js that these packages support.
 */
const ROWS = [
  { light: true, beside: [] },
  { light: true, beside: ['msw@3', 'typescript@5.9', '@types/node@24'], since: 22 },
  { beside: [] },
  { beside: ['typescript@5.9'] },
  { beside: ['typescript@6'] },
  { beside: ['typescript@7'] },
  { beside: ['vitest@3', 'axios', 'supertest', 'undici@7', 'typescript@5.9', '@types/node@20'] },
  { beside: ['vitest@4', 'axios', 'supertest', 'undici@7', 'typescript@6', '@types/node@24'] },
  { beside: ['vitest@5', 'axios', 'supertest', 'undici@8', 'typescript@7', '@types/node@24'], since: 22 },
  { beside: ['msw@2', 'typescript@5.9', '@types/node@20'] },
  { beside: ['msw@3', 'typescript@7', '@types/node@24'], since: 22 },
  { beside: ['rolldown', 'typescript@6'] },
  { beside: ['@stoplight/prism-cli@5.16', 'typescript@6'], since: 24 },
  { beside: ['vitest@5', 'msw@3', 'typescript@7', '@types/node@24', 'rolldown'], since: 22 },
]

/** A test suite that uses axios, supertest and undici. It is JavaScript, because supertest has no types. */
const LIBRARIES = 'matrix-libraries.test.mjs'

const RESOLUTIONS = [
  ['NodeNext', 'NodeNext'],
  ['ESNext', 'bundler'],
]

/** Writes a project. Installs the packages of a row first and the tarball after them, as a user would. */
async function install(project, { beside }, tarball, options = []) {
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const npm = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...options]
  if (options.length > 0) return run('npm', [...npm, ...beside, tarball], project)
  if (beside.length > 0) await run('npm', [...npm, '--save-dev', ...beside], project)
  return run('npm', [...npm, tarball], project)
}

/**
 * Compiles the consumers whose packages are in the row. Returns for each module resolution the number of all errors
 * (`all`), and the errors without those inside other packages (`ours`).
 */
async function compile(project, { beside, light }) {
  const full = [
    'client.ts',
    ...(has(beside, 'vitest') ? ['matrix-vitest.test.ts'] : []),
    ...(has(beside, 'msw') ? ['matrix-msw.ts'] : []),
  ]
  const files = light ? ['light.ts'] : full
  if (has(beside, 'axios')) cpSync(join(HERE, 'consumer', LIBRARIES), join(project, LIBRARIES))
  for (const file of files) cpSync(join(HERE, 'consumer', file), join(project, file))
  const compiler = has(beside, 'typescript')
    ? join(project, 'node_modules/typescript/bin/tsc')
    : resolve('node_modules/typescript-7/bin/tsc')
  const types = has(beside, '@types/node') ? ['node'] : []
  const errors = []
  for (const [module, moduleResolution] of RESOLUTIONS) {
    const compilerOptions = {
      ...{ module, moduleResolution, types, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], strict: true },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, outDir: 'out' },
    }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
    const { stdout } = await run(process.execPath, [compiler], project)
    const lines = stdout.split('\n').filter((line) => /error TS/.test(line))
    errors.push({
      ours: lines.filter((line) => !/^node_modules\/(?!@?appointment-contracts)/.test(line)),
      all: lines.length,
    })
  }
  return errors
}

/** Runs the compiled consumers on one Node.js. Returns the names of those that fail. */
async function runOn(node, project, { beside, light }) {
  const line = (file) => ['-e', `import('./out/${file}.js').then(({ done }) => process.stdout.write(done))`]
  const failed = []
  const step = async (name, isRight, args) => {
    const ended = await run(node, args, project)
    const said = (ended.stderr || ended.stdout).trim().split('\n').slice(0, 6).join(' | ')
    if (!isRight(ended)) failed.push(`${name}: ${said}`)
  }
  if (light) {
    await step('client', ({ stdout }) => stdout === '409 418 true', line('light'))
    return failed
  }
  const bin = 'node_modules/appointment-contracts/dist/cli/bin.js'
  const gate = (target) => [bin, 'gate', '--api', 'lobbie', '--target', target]
  await step('client', ({ stdout }) => stdout === '200 409 200 418', line('client'))
  await step('gate', ({ code }) => code === 0, gate('sandbox'))
  if (has(beside, 'vitest')) {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=60000']
    await step('vitest', ({ code }) => code === 0, [...args, 'matrix-vitest.test.ts'])
    if (has(beside, 'axios')) await step('libraries', ({ code }) => code === 0, [...args, LIBRARIES])
  }
  if (has(beside, 'msw')) await step('msw', ({ stdout }) => stdout === '409', line('matrix-msw'))
  if (has(beside, '@stoplight/prism-cli')) await step('mock', ({ code }) => code === 0, gate('mock'))
  return failed
}

/** Returns the text of the first cell of a row. */
function nameOf({ beside, light = false }) {
  return (beside.join(', ') || 'nothing') + (light ? ' (only the clients)' : '')
}

function has(beside, name) {
  return beside.some((each) => each === name || each.startsWith(`${name}@`))
}

function run(program, line, cwd) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  return new Promise((settle) =>
    execFile(program, line, { cwd, env, maxBuffer: 2 ** 26, timeout: 300_000 }, (error, stdout, stderr) =>
      settle({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr }),
    ),
  )
}

/** Installs other versions of Node.js, because every row runs on each of them. */
async function installNodes(folder) {
  const nodes = []
  for (const version of NODE_VERSIONS) {
    const project = join(folder, `node-${version}`)
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{"private":true}')
    const { code, stderr } = await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--silent', '--allow-scripts=node', `node@${version}`],
      project,
    )
    if (code !== 0) throw new Error(`node@${version} cannot be installed: ${stderr}`)
    nodes.push(join(project, 'node_modules/.bin/node'))
  }
  return nodes
}

/** Returns all cells of a row except the first, and a list of the problems. */
async function tryRow(project, row, tarball, { nodes, resolveOnly }) {
  const options = resolveOnly ? ['--package-lock-only'] : []
  const { code, stderr } = await install(project, row, tarball, options)
  if (code !== 0) {
    const said = stderr.trim().split('\n').slice(0, 8).join(' | ')
    return { cells: [/ERESOLVE/.test(stderr) ? 'ERESOLVE' : 'fails'], problems: [said] }
  }
  if (resolveOnly) return { cells: ['resolved'], problems: [] }
  const cells = ['yes']
  const problems = []
  for (const { ours, all } of await compile(project, row)) {
    problems.push(...ours)
    cells.push(ours.length > 0 ? `${ours.length} errors` : all > 0 ? `yes (${all} errors in other packages)` : 'yes')
  }
  for (const { node, version } of nodes) {
    const supported = version >= (row.since ?? 0)
    const failed = supported ? await runOn(node, project, row) : []
    problems.push(...failed.map((each) => `Node ${version}: ${each}`))
    const names = failed.map((each) => each.split(':')[0]).join(', ')
    cells.push(supported ? names || 'yes' : 'unsupported by them')
  }
  return { cells, problems }
}

async function main() {
  const { values } = parseArgs({
    options: {
      tarball: { type: 'string' },
      only: { type: 'string', default: '' },
      node: { type: 'string', multiple: true },
      'resolve-only': { type: 'boolean', default: false },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'install-matrix-'))
  const resolveOnly = values['resolve-only']
  const files = resolveOnly ? [] : (values.node ?? (await installNodes(folder)))
  const nodes = []
  for (const node of files) {
    const { stdout } = await run(node, ['-p', 'process.versions.node'], folder)
    nodes.push({ node, version: Number(stdout.split('.')[0]) })
  }
  const tarball = values.tarball === undefined ? await pack(folder) : resolve(values.tarball)
  const client = join(
    dirname(tarball),
    basename(tarball).replace('appointment-contracts-', 'appointment-contracts-client-'),
  )
  const types = RESOLUTIONS.map(([, name]) => `types, ${name}`)
  print(['installed beside', 'npm install', ...types, ...nodes.map(({ version }) => `Node ${version}`)])
  print(['---', '---', ...types.map(() => '---'), ...nodes.map(() => '---')])
  const found = []
  for (const row of ROWS.filter((row) => nameOf(row).includes(values.only))) {
    const name = nameOf(row)
    const project = join(folder, 'project')
    const { cells, problems } = await tryRow(project, row, row.light ? client : tarball, { nodes, resolveOnly })
    print([name, ...cells])
    found.push(...problems.map((each) => `- ${name}: ${each}`))
    rmSync(project, { recursive: true, force: true })
  }
  if (found.length > 0) process.stdout.write(`\n${found.join('\n')}\n`)
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = found.length === 0 ? 0 : 1
}

function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

async function pack(folder) {
  const { code, stdout, stderr } = await run(process.execPath, ['scripts/pack.mjs', folder], resolve('.'))
  if (code !== 0) throw new Error(`scripts/pack.mjs fails: ${stderr}`)
  return stdout.split('\n')[0]
}

await main()
