// Compiles src, sandbox, generated and proof to dist, because Node 20 does not run TypeScript.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { bundleOpenapiTypescript } from './bundle-openapi-typescript.mjs'
import { writeCommand } from './write-command.mjs'

const compiler = createRequire(import.meta.url).resolve('typescript-7/package.json')
rmSync('dist', { recursive: true, force: true })
const compile = (...options) =>
  execFileSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), '-p', 'tsconfig.build.json', ...options], {
    stdio: 'inherit',
  })
// The declarations keep the comments, because users of the types read them. The compiled code has no comments. `npm run
// types` checks the types.
compile('--noCheck', '--emitDeclarationOnly')
compile('--noCheck', '--declaration', 'false', '--removeComments')
for (const { name } of readdirSync('generated', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of ['validators.js', 'validators.d.ts'])
    cpSync(join('generated', name, file), join('dist/generated', name, file))
}
cpSync('src/report/formats/html/page', 'dist/src/report/formats/html/page', { recursive: true })
cpSync('src/pages/page', 'dist/src/pages/page', { recursive: true })
await bundleOpenapiTypescript()
// Collects the sources that the command `generate --standalone` copies.
const { readRuntimeSources } = await import('../dist/src/generate/runtime-files.js')
const sources = await readRuntimeSources(new URL('../src/', import.meta.url))
writeFileSync('dist/src/generate/runtime-sources.json.br', brotliCompressSync(JSON.stringify(sources)))
writeFileSync('dist/report.schema.json', await printReportSchema())
writeCommand()
// Links this package into node_modules. Code that `generate` wrote into another folder can then import the package by
// its name before the package is published.
const link = join('node_modules', JSON.parse(readFileSync('package.json', 'utf8')).name)
if (!existsSync(link)) symlinkSync('..', link, 'junction')

/**
 * Returns the JSON Schema of the report as text. Each schema that `report-schema.js` exports is written once, in
 * `$defs`.
 */
async function printReportSchema() {
  const { reportSchema, ...parts } = await import('../dist/src/report/schema/report-schema.js')
  const names = new Map(Object.entries(parts).map(([name, schema]) => [schema, name.replace('Schema', '')]))
  const used = new Set()
  const refer = (_, value) => {
    if (!names.has(value)) return value
    used.add(names.get(value))
    return { $ref: `#/$defs/${names.get(value)}` }
  }
  const withReferences = (schema) => JSON.parse(JSON.stringify({ ...schema }, refer))
  const root = withReferences(reportSchema)
  const definitions = [...names].map(([schema, name]) => [name, withReferences(schema)])
  const $defs = Object.fromEntries(definitions.filter(([name]) => used.has(name)))
  return `${JSON.stringify({ ...root, $defs })}\n`
}
