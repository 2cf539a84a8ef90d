// Compares generators of API clients. Installs them outside the repository, solves the same task with each generated
// client against a stub server, and prints the table of docs/consumers.md. Usage: npm run --silent compare:clients [--
// --folder DIR]. Needs the network and the tarball of our clients, which `npm run tarballs -- packed` makes.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { CLIENTS } from './peers.mjs'
import { tryProgram } from './try-program.mjs'

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    tarball: { type: 'string', default: 'packed/appointment-contracts-client-0.1.0.tgz' },
  },
})
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'clients-'))
const columns = []
for (const peer of CLIENTS) columns.push({ peer, ...(await measure(peer)) })
const rows = [
  ['version', ({ peer, version }) => (peer.name === 'ours' ? 'this repository' : version)],
  ['installed in production: packages, kB', ({ production }) => `${production.packages}, ${production.kilobytes}`],
  [
    'installed to generate: packages, MB',
    ({ all }) => (all === undefined ? 'none' : `${all.packages}, ${(all.kilobytes / 1000).toFixed(0)}`),
  ],
  ['bundle of the job, kB (minified, gzip)', ({ bundle }) => (bundle / 1000).toFixed(1)],
  ['lines that the user writes', ({ lines }) => lines],
  ...Object.keys(columns[0].behaviour).map((name) => [name, ({ behaviour }) => behaviour[name]]),
]
print(['', ...columns.map(({ peer }) => peer.title)])
print(['---', ...columns.map(() => '---')])
for (const [name, cell] of rows) print([name, ...columns.map(cell)])

async function measure({ name, production, development, files, generate, source }) {
  const project = join(folder, name)
  if (!existsSync(project)) {
    mkdirSync(project, { recursive: true })
    writeFileSync(join(project, 'package.json'), '{"name":"consumer","private":true,"type":"module"}')
    install(
      project,
      production.map((each) => each.replace('TARBALL', resolve(values.tarball))),
    )
  }
  const measured = { production: production.length === 0 ? { packages: 0, kilobytes: 0 } : sizeOf(project) }
  if (development.length > 0) {
    const tools = join(folder, `${name}-tools`)
    if (!existsSync(join(tools, 'node_modules'))) {
      mkdirSync(tools, { recursive: true })
      writeFileSync(join(tools, 'package.json'), '{"name":"consumer","private":true,"type":"module"}')
      install(tools, [...production, ...development])
    }
    measured.all = sizeOf(tools)
    cpSync('specs/lobbie/openapi.yaml', join(tools, 'openapi.yaml'))
    for (const [file, text] of Object.entries(files)) writeFileSync(join(tools, file), text)
    execFileSync(join(tools, 'node_modules/.bin', generate[0]), generate.slice(1), { cwd: tools, stdio: 'inherit' })
    cpSync(join(tools, 'generated'), join(project, 'generated'), { recursive: true })
  }
  for (const file of readdirSync(new URL('programs/', import.meta.url)))
    cpSync(new URL(`programs/${file}`, import.meta.url), join(project, file))
  const bundle = await rolldown({ input: join(project, `${name}.ts`), platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const program = join(project, 'program.mjs')
  writeFileSync(program, output.map((chunk) => chunk.code ?? '').join('\n'))
  const { createReschedule } = await import(pathToFileURL(program).href)
  return {
    ...measured,
    version: versionOf(join(development.length > 0 ? `${project}-tools` : project, 'node_modules', source)),
    bundle: gzipSync(readFileSync(program)).length,
    lines: [`${name}.ts`, ...(name === 'ours' ? [] : ['by-hand.ts'])].reduce((sum, file) => sum + linesOf(file), 0),
    behaviour: await tryProgram(createReschedule),
  }
}

function install(project, packages) {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', ...packages], {
    cwd: project,
    stdio: 'inherit',
  })
}

/** Returns the number of installed packages, and the size of their files in kilobytes. */
function sizeOf(project) {
  const { packages } = JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8'))
  const files = readdirSync(join(project, 'node_modules'), { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return { packages: Object.keys(packages).length, kilobytes: Math.round(bytes / 1000) }
}

function versionOf(place) {
  return JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')).version
}

/** Counts the lines of a program, without empty lines and comments. */
function linesOf(file) {
  const text = readFileSync(new URL(`programs/${file}`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/?\*)/.test(line)).length
}

function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
