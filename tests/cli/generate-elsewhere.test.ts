import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

const COMPILER = resolve('node_modules/typescript-7/bin/tsc')
const PACKAGE = resolve('.')
const SHOP = `openapi: 3.1.0
info: { title: Shop, version: '1' }
security: [{ key: [] }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        '404': { description: none }
  /things:
    post:
      operationId: addThing
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
      responses: { '201': { description: made } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string, minLength: 1 } } }
`
const USER = `import { createShopClient, isThing, ContractViolation } from './api/index.js'
const answers = [new Response('{"name":"x"}', { headers: { 'content-type': 'application/json' } }), new Response('', { status: 500 })]
const shop = createShopClient({
  baseUrl: 'https://shop.example/v1',
  credentials: { token: 't' },
  fetch: async (url) => answers.shift() ?? Response.json(url),
})
const id = '0a000000-0000-4000-8000-000000000001'
const answer = await shop.getThing({ id })
const name: string = answer.status === 200 ? answer.body.name : String(answer.status)
const violation: unknown = await shop.getThing({ id }).catch((error: unknown) => error)
console.log(name, isThing({}), violation instanceof ContractViolation)
`
const files = { 'package.json': '{"type":"module","private":true}', 'openapi.yaml': SHOP, 'src/user.ts': USER }

/** Compiles the project in the working directory. Returns what the compiler prints. */
function compile(module: string, moduleResolution: string): string {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
  }
  const compilerOptions = {
    ...strict,
    module,
    moduleResolution,
    target: 'ES2022',
    types: [],
    rootDir: 'src',
    outDir: 'out',
  }
  writeFileSync('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }))
  return spawnSync(process.execPath, [COMPILER], { encoding: 'utf8' }).stdout
}

// The tests generate and compile code. This takes seconds on an idle machine, and much longer on a busy one.
describe('code that is generated in another repository', { timeout: 400_000 }, () => {
  test('imports the installed package, compiles in strict mode, and works', async () => {
    await inFolder(files, async () => {
      mkdirSync('node_modules')
      symlinkSync(PACKAGE, 'node_modules/appointment-contracts')
      const { code, err } = await runMain(['generate', 'openapi.yaml', '--out', 'src/api', '--name', 'shop'])
      expect([code, err]).toEqual([0, expect.stringContaining('msw is not installed')])
      expect(compile('ESNext', 'bundler')).toBe('')
      expect(compile('NodeNext', 'NodeNext')).toBe('')
      expect(execFileSync(process.execPath, ['out/user.js'], { encoding: 'utf8' })).toBe('x false true\n')
    })
  })

  test('imports the package that --runtime names, and the printed advice names that package', async () => {
    await inFolder(files, async () => {
      const line = ['generate', 'openapi.yaml', '--out', 'src/api', '--runtime', '@appointment-contracts/client']
      const { code, err } = await runMain(line)
      expect([code, err]).toEqual([0, expect.stringContaining('npm install @appointment-contracts/client`')])
      const texts = readdirSync('src/api').map((file) => readFileSync(join('src/api', file), 'utf8'))
      const imports = texts.flatMap((text) => text.match(/(?<= from ')[^'.][^']*/g) ?? [])
      expect(new Set(imports)).toEqual(
        new Set(['@appointment-contracts/client', '@appointment-contracts/client/validators']),
      )
    })
  })

  test('imports no package with --standalone', async () => {
    await inFolder(files, async () => {
      await runMain(['generate', 'openapi.yaml', '--out', 'src/api', '--name', 'shop', '--standalone'])
      const written = readdirSync('src/api', { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.ts'))
      const imports = written.flatMap(
        (file) => readFileSync(join('src/api', file), 'utf8').match(/(?<= from ')[^']+/g) ?? [],
      )
      expect(imports.filter((specifier) => !specifier.startsWith('./'))).toEqual([])
      expect(compile('NodeNext', 'NodeNext')).toBe('')
      expect(execFileSync(process.execPath, ['out/user.js'], { encoding: 'utf8' })).toBe('x false true\n')
    })
  })

  test('is replaced when the command generate runs again', async () => {
    const again = ['generate', 'openapi.yaml', '--out', 'src/api']
    const codes = await inFolder(files, async () => [
      (await runMain(again)).code,
      (await runMain([...again, '--check'])).code,
      (await runMain(again)).code,
    ])
    expect(codes).toEqual([0, 0, 0])
  })
})

describe('generate exits 2 and writes nothing', () => {
  test('if the output folder has a file that is not generated', async () => {
    await inFolder({ ...files, 'src/api/mine.ts': 'export {}' }, async () => {
      const { code, err } = await runMain(['generate', 'openapi.yaml', '--out', 'src/api'])
      expect([code, err]).toEqual([2, expect.stringContaining('mine.ts')])
      expect(readdirSync('src/api')).toEqual(['mine.ts'])
    })
  })

  test('if both --standalone and --runtime are given', async () => {
    await inFolder(files, async () => {
      const both = ['--standalone', '--runtime', '@appointment-contracts/client']
      const { code, err } = await runMain(['generate', 'openapi.yaml', '--out', 'src/api', ...both])
      expect([code, err]).toEqual([2, expect.stringMatching(/--runtime.*--standalone/)])
      expect(existsSync('src/api')).toBe(false)
    })
  })

  test.each([
    ['two operations share an operationId', ['operationId: addThing', 'operationId: getThing'], 'openapi.yaml:13:'],
    [
      'an operation needs a security scheme that a generated client cannot use',
      ['scheme: bearer', 'scheme: digest'],
      'openapi.yaml:6:',
    ],
    [
      'the command validate rejects the document',
      ['security: [{ key: [] }]', 'security: [{ keys: [] }]'],
      'validate rejects the document: the security scheme `keys` is not declared',
    ],
    ['a schema cannot be compiled', ['minLength: 1', 'minLength: -1'], 'openapi.yaml:20:'],
  ])('if %s; the error names the line', async (_title, [before, after], where) => {
    const changed = { ...files, 'openapi.yaml': SHOP.replace(before ?? '', after ?? '') }
    await inFolder(changed, async () => {
      const { code, err } = await runMain(['generate', 'openapi.yaml', '--out', 'src/api'])
      expect([code, err]).toEqual([2, expect.stringContaining(where)])
      expect(existsSync('src/api')).toBe(false)
    })
  })
})
