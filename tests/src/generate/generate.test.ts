import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { generateAll, staleFiles } from '../../../src/generate/generate-all.ts'
import { generate } from '../../../src/generate/generate.ts'
import type { GeneratedFile } from '../../../src/generate/generated-file.ts'
import { compile } from './compile.ts'

const fixture = (name: string): Promise<GeneratedFile[]> =>
  generate({ name, document: readDocument(`tests/fixtures/generate/${name}.yaml`) })

const textOf = (files: readonly GeneratedFile[], end: string): string =>
  files.find((file) => file.path.endsWith(end))?.text ?? ''

describe('committed generated code', () => {
  const apis = ['aniva', 'lobbie'].map((name) => ({ name, document: readDocument(`specs/${name}/openapi.yaml`) }))

  test('equals newly generated code byte for byte', async () => {
    expect(staleFiles(await generateAll({ apis }))).toEqual([])
  })

  test('does not depend on the folder of the repository, and contains no absolute path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'generate-'))
    cpSync('specs', folder, { recursive: true })
    const elsewhere = apis.map(({ name }) => ({ name, document: readDocument(join(folder, name, 'openapi.yaml')) }))
    const [here, there] = await Promise.all([generateAll({ apis }), generateAll({ apis: elsewhere })])
    rmSync(folder, { recursive: true })
    expect(there).toEqual(here)
    for (const { path, text } of here) {
      expect(text).toMatch(
        /^\/\/ Generated from specs\/(aniva|lobbie)\/openapi\.yaml by `npm run generate`\. Do not edit\.\n/,
      )
      for (const trace of [process.cwd(), homedir(), tmpdir(), hostname(), 'node_modules', 'file:/', process.version]) {
        expect(text.includes(trace), `${trace} in ${path}`).toBe(false)
      }
    }
  })

  test('contains no `x-` annotation of the document', async () => {
    for (const { text } of await generateAll({ apis }))
      expect(text).not.toMatch(/\bx-(source|scenarios|states|world|update\b)/)
  })
})

describe('the list of outdated files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stale-'))
  const files = [
    { path: 'a/types.ts', text: 'one' },
    { path: 'a/client.ts', text: 'two' },
    { path: 'b/types.ts', text: 'three' },
  ]

  beforeAll(async () => {
    const { mkdirSync, writeFileSync } = await import('node:fs')
    for (const name of ['a', 'c']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'a/types.ts'), 'one')
    writeFileSync(join(folder, 'a/client.ts'), 'two\n')
    writeFileSync(join(folder, 'c/left-over.ts'), '')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('contains committed files that differ from generated ones, are missing, or belong to no document', () => {
    expect(staleFiles(files, folder)).toEqual([
      { file: `${folder}/a/client.ts`, reason: 'different' },
      { file: `${folder}/b/types.ts`, reason: 'missing' },
      { file: `${folder}/c/left-over.ts`, reason: 'not generated from any document' },
    ])
  })

  test('contains all files if the folder does not exist', () => {
    expect(staleFiles(files, join(folder, 'nowhere'))).toHaveLength(3)
  })
})

describe('code generated from third-party documents', () => {
  test('compiles with the strictest compiler options, even if the document uses unusual names', async () => {
    const files = (await Promise.all(['odd', 'empty', 'split'].map(fixture))).flat()
    expect(compile(files)).toEqual([])
  }, 60_000)

  test('compiles with the module resolution `bundler`', async () => {
    const { ModuleKind, ModuleResolutionKind } = (await import('typescript')).default
    const bundler = { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler }
    expect(compile(await fixture('odd'), bundler)).toEqual([])
  }, 60_000)

  test('has unique type names, none of which is a reserved word', async () => {
    const index = textOf(await fixture('odd'), 'types.ts')
    const names = [...index.matchAll(/^export type (\w+) = /gm)].map(([, name]) => name)
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(names.length)
    expect(names).toEqual(
      expect.arrayContaining(['TreeNode', 'TreeNode2', 'TreeNode3', 'OddError', 'OddMap', 'The42Things']),
    )
  })

  test('is one module for a document of several files, and schemas with equal names get different types', async () => {
    const types = textOf(await fixture('split'), 'types.ts')
    expect(types).toContain('export type Money = string;')
    expect(types).toContain('Money2: number;')
    expect(types).toContain('note?: string | null;')
  })

  test('compiles if schemas have the names of helper functions, such as DateTime', async () => {
    const text = `openapi: 3.1.0
info: { title: Names, version: 1.0.0 }
components:
  schemas:
    DateTime: { type: string, format: date-time }
    Uuid: { type: string, format: uuid }
    Of: { type: array, uniqueItems: true, items: { type: string, minLength: 2 } }`
    const document = documentFromText(text)
    const bundle = textOf(await generate({ name: 'names', document }), 'validators.js')
    const code = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(bundle)}`)) as {
      readonly [name: string]: (value: unknown) => boolean
    }
    expect(code['isDateTime']?.('2026-01-05T09:00:00Z')).toBe(true)
    expect([code['isDateTime']?.('today'), code['isUuid']?.('7'), code['isNamesOf']?.(['a'])]).toEqual([
      false,
      false,
      false,
    ])
    const file = textOf(
      await generate({ name: 'names', document, layout: 'package', runtime: 'none' }),
      'validators.ts',
    )
    expect(file).toContain('isDateTime as _isDateTime')
  })

  test('does not require a response field that has a default', async () => {
    const text = `openapi: 3.1.0
info: { title: Defaults, version: 1.0.0 }
components: { schemas: { Page: { type: object, properties: { size: { type: integer, default: 20 } } } } }`
    const files = await generate({ name: 'defaults', document: documentFromText(text) })
    expect(textOf(files, 'types.ts')).toContain('size?: number;')
  })

  test('has no parameter for the body of a GET, which fetch cannot send', async () => {
    const text = `openapi: 3.1.0
info: { title: Search, version: 1.0.0 }
paths:
  /things:
    get:
      operationId: findThings
      requestBody: { required: true, content: { application/json: { schema: { type: string } } } }
      responses: { '200': { description: found } }`
    const files = await generate({ name: 'search', document: documentFromText(text) })
    expect(textOf(files, 'client.ts')).toMatch(/findThings\(options\?: CallOptions\): Promise/)
    expect(textOf(files, 'client.ts')).not.toContain('requestBody')
  })

  test('can be made from a document in which a list of schemas contains a boolean', async () => {
    const text = `openapi: 3.1.0
info: { title: Booleans, version: 1.0.0 }
components: { schemas: { Word: { anyOf: [false, { type: string }] } } }`
    const files = await generate({ name: 'booleans', document: documentFromText(text) })
    expect(compile(files)).toEqual([])
    expect(textOf(files, 'types.ts')).toContain('Word: ')
  })

  test('cannot be made from a document with an invalid pattern: generate throws an error', async () => {
    const text = `openapi: 3.1.0
info: { title: Patterns, version: 1.0.0 }
components: { schemas: { Word: { type: string, pattern: '[' } } }`
    const made = generate({ name: 'patterns', document: documentFromText(text) })
    await expect(made).rejects.toMatchObject({ code: 'schema-not-compilable' })
  })
})
