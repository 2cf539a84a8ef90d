// Generates code for every public document of the development dependencies, compiles it in strict mode, and prints a
// table. Needs a build: node tests/corpus/generate-corpus.mjs [--only PART-OF-A-NAME] [--standalone] [--tsc FILE]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { readDocument } = await import('../../dist/src/document/read-document.js')
const { listOperations } = await import('../../dist/src/operations/list-operations.js')
const { generate } = await import('../../dist/src/generate/generate.js')

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    standalone: { type: 'boolean', default: false },
    tsc: { type: 'string', default: 'node_modules/typescript-7/bin/tsc' },
  },
})

const EXAMPLES = 'node_modules/@readme/oas-examples'
const documents = [
  ...['3.0', '3.1'].flatMap((version) =>
    readdirSync(join(EXAMPLES, version, 'json'))
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file) => ({ name: `${version}-${basename(file, '.json')}`, file: join(EXAMPLES, version, 'json', file) })),
  ),
  { name: 'galaxy', file: 'node_modules/@scalar/galaxy/dist/3.1.yaml' },
  { name: 'blockfrost', file: 'node_modules/@blockfrost/openapi/openapi.yaml' },
  { name: 'figma', file: 'node_modules/@figma/rest-api-spec/openapi/openapi.yaml' },
].filter(({ name }) => name.includes(values.only))

const folder = mkdtempSync(join(tmpdir(), 'generate-corpus-'))
mkdirSync(join(folder, 'node_modules'))
symlinkSync(resolve('.'), join(folder, 'node_modules/appointment-contracts'))
writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}')

const rows = []
for (const { name, file } of documents) {
  try {
    const document = readDocument(file)
    const layout = values.standalone ? 'standalone' : 'package'
    const files = await generate({ name, document, layout, runtime: 'appointment-contracts/client', handlers: false })
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true })
      writeFileSync(join(folder, name, path), text)
    }
    rows.push({ name, operations: listOperations(document).length, refused: '' })
  } catch (error) {
    const [sentence, ...more] = String(error.message).split('\n')
    rows.push({
      name,
      operations: '',
      refused:
        error.code === undefined ? `crash: ${sentence}` : [sentence, ...more.map((line) => line.trim())].join('; '),
    })
  }
}

const errors = ['NodeNext NodeNext', 'ESNext bundler'].flatMap((pair) => {
  const [module, moduleResolution] = pair.split(' ')
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] },
    ...{
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    },
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/*.ts'] }))
  const { stdout } = spawnSync(process.execPath, [resolve(values.tsc), '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return stdout.split('\n').filter((line) => /error TS/.test(line))
})

process.stdout.write('| document | operations | generated code |\n| --- | --: | --- |\n')
let failed = 0
for (const { name, operations, refused } of rows) {
  const own = errors.filter((line) => line.startsWith(`${name}/`))
  if (own.length > 0 || refused.startsWith('crash')) failed += 1
  const [first] = own
  process.stdout.write(
    `| ${name} | ${operations} | ${refused === '' ? (first === undefined ? 'compiles' : `${own.length} errors: ${first}`) : `refused: ${refused}`} |\n`,
  )
}
const refused = rows.filter((row) => row.refused !== '').length
process.stdout.write(
  `\n${rows.length} documents: ${rows.length - failed - refused} compile, ${refused} refused, ${failed} failed\n`,
)
for (const line of errors.filter((each) => !rows.some(({ name }) => each.startsWith(`${name}/`))))
  process.stdout.write(`${line}\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed === 0 ? 0 : 1
