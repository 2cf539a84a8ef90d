import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { describe, expect, test } from 'vitest'
import * as aniva from '../../../generated/aniva/validators.js'
import * as lobbie from '../../../generated/lobbie/validators.js'
import type { Document } from '../../../src/document/document.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'

interface Checks {
  readonly [name: string]: (value: unknown) => { keyword: string; at: string; expected: string }[] | boolean
}

const odd = await modules('odd', readDocument('tests/fixtures/generate/odd.yaml'))

async function modules(name: string, document: Document): Promise<Checks> {
  const files = await generate({ name, document })
  const text = files.find((file) => file.path.endsWith('validators.js'))?.text ?? ''
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as Checks
}

const rows: readonly [name: string, value: unknown, keyword: string | undefined, at?: string][] = [
  ['TreeNode', { id: 1, constructor: 'a' }, undefined],
  ['TreeNode', { id: 1 }, '/required/constructor', '/constructor'],
  ['TreeNode', { id: 2 ** 31, constructor: 'a' }, '/properties/id/format', '/id'],
  ['TreeNode', { id: 1, constructor: 'a', '%25': 2 }, '/properties/%25/const', '/%25'],
  ['TreeNode', { id: 1, constructor: 'a', 'odd "name"/~': null }, undefined],
  ['TreeNode', { id: 1, constructor: 'a', 'odd "name"/~': 8 }, '/properties/odd "name"~1~0/enum', '/odd "name"~1~0'],
  [
    'TreeNode',
    { id: 1, constructor: 'a', children: [{ id: 2, constructor: 'b', children: [{ id: 3 }] }] },
    '/properties/children/items/properties/children/items/required/constructor',
    '/children/0/children/0/constructor',
  ],
  ['TreeNode', { id: 1, constructor: 'a', parent: { id: 'x' } }, '/properties/parent/anyOf', '/parent'],
  ['TreeNode', { id: 1, constructor: 'a', parent: null }, undefined],
  ['TreeNode2', 'C9F3E2A1-7D6B-4C5E-B3A2-1F0E9D8C7B6A', undefined],
  ['TreeNode2', 'urn:uuid:c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a', '/format', ''],
  ['TreeNode3', 'anything: nobody knows the format', undefined],
  ['OddError', { code: 'ABC' }, undefined],
  ['OddError', { code: 'abc' }, '/properties/code/pattern', '/code'],
  ['OddError', { other: 1 }, '/unevaluatedProperties', '/other'],
  ['OddMap', { a: [null], b: [{ even: [{}] }] }, undefined],
  ['OddMap', { a: [7] }, '/additionalProperties/prefixItems/0/type', '/a/0'],
  [
    'OddMap',
    { a: [{ even: [7] }] },
    '/additionalProperties/prefixItems/0/properties/even/prefixItems/0/type',
    '/a/0/even/0',
  ],
  ['OddMap', { a: [null, null] }, '/additionalProperties/items', '/a'],
  ['The42Things', Symbol.iterator, undefined],
  ['Never', 1, '', ''],
  ['Class', 'b', undefined],
  ['Money', 9.96, undefined],
  ['Money', 9.961, '/multipleOf', ''],
  ['Words', ['ab', 'cd'], undefined],
  ['Words', ['ab', 'ab'], '/uniqueItems', ''],
  ['Words', ['💊'], '/items/minLength', '/0'],
]

describe('a generated validator', () => {
  test.each([...rows])(
    'of the schema %s reports the expected mismatch, or none if the value is valid (row %#)',
    (name, value, keyword, at) => {
      const [first] = (odd[`check${name}`]?.(value) ?? []) as { keyword: string; at: string }[]
      expect(first?.keyword).toBe(keyword)
      if (keyword !== undefined) expect(first?.at).toBe(at)
      expect(odd[`is${name}`]?.(value)).toBe(keyword === undefined)
    },
  )

  test('throws an error that says in words what is wrong with the first mismatch, without the value', () => {
    const assert = (): void => lobbie.assertUpdateAppointmentRequest({ status: 'SECRET', note: 7 })
    expect(assert).toThrow(lobbie.InvalidValue)
    expect(assert).toThrow('UpdateAppointmentRequest: `note` is not a string (/properties/note/type)')
    expect(assert).not.toThrow(/SECRET/)
    expect(() => lobbie.assertUpdateAppointmentRequest({ note: 'a' })).not.toThrow()
  })

  test('reports a keyword behind a $ref with the path from the schema that has the $ref', () => {
    const [first] = lobbie.checkUpdateAppointmentRequest({ status: 'VOIDED' })
    expect(first).toMatchObject({ keyword: '/properties/status/enum', at: '/status' })
    expect(first?.expected).toBe(
      `one of ${lobbie.appointmentStatuses.map((status) => JSON.stringify(status)).join(', ')}`,
    )
  })

  test('checks a format even if a schema has the name of this format, such as DateTime', async () => {
    const schemas = ['DateTime: { type: string, format: date-time }', 'Uuid: { type: string, format: uuid }', 'Of: {}']
    const text = `openapi: 3.1.0
info: { title: Named like formats, version: 1.0.0 }
components:
  schemas:
    Visit: { type: object, properties: { at: { type: string, format: date-time } } }
${schemas.map((line) => `    ${line}`).join('\n')}`
    const { isVisit, isDateTime, isUuid } = await modules('named', documentFromText(text))
    expect([isVisit?.({ at: 'noon' }), isDateTime?.('noon'), isUuid?.('x')]).toEqual([false, false, false])
    expect([isVisit?.({}), isDateTime?.('2026-01-05T09:00:00Z')]).toEqual([true, true])
  })

  test('works for a boolean schema, also if another schema is the same boolean or refers to it', async () => {
    const text = `openapi: 3.1.0
info: { title: Booleans, version: 1.0.0 }
components:
  schemas:
    Any: true
    Other: true
    None: false
    Holder: { properties: { any: { $ref: '#/components/schemas/Any' }, none: { $ref: '#/components/schemas/None' } } }`
    const { isAny, isOther, isNone, isHolder } = await modules('booleans', documentFromText(text))
    expect([isAny?.(1), isOther?.(1), isNone?.(1)]).toEqual([true, true, false])
    expect([isHolder?.({ any: 1 }), isHolder?.({ none: 1 })]).toEqual([true, false])
  })

  test('is in a module that also exports the values of each enum', () => {
    expect(aniva.appointmentStatuses).toEqual(['pending', 'confirmed', 'blood_drawn', 'cancelled'])
    expect(Object.isFrozen(aniva.appointmentStatuses)).toBe(true)
  })

  test.each(['lobbie', 'aniva'])('accepts every example of %s', (name) => {
    const checks = { lobbie, aniva }[name] as unknown as Checks
    for (const operation of listOperations(readDocument(`specs/${name}/openapi.yaml`))) {
      const ofRequest = operation.requestBody?.content.flatMap((each) => each.examples) ?? []
      const ofSuccess = operation.responses[0]?.content.flatMap((each) => each.examples) ?? []
      expect(ofRequest.length + ofSuccess.length).toBeGreaterThan(4)
      for (const { value } of ofRequest) expect(checks['checkUpdateAppointmentRequest']?.(value)).toEqual([])
      for (const { value } of ofSuccess) expect(checks['checkAppointment']?.(value)).toEqual([])
    }
  })
})

async function bundled(code: string, external: string[] = []): Promise<string> {
  const build = await rolldown({
    input: 'entry',
    external,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.ts` : undefined),
        load: (id) => (id.endsWith('/entry.ts') ? code : undefined),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  return output[0].code
}

describe('a bundle of generated code', () => {
  test('contains only the validators that are imported', async () => {
    const one = await bundled(`import { isPanel } from './generated/aniva/validators.js'; globalThis.x = isPanel`)
    expect(one).toContain('panel_id')
    expect(one).not.toContain('date_of_birth')
    expect(one).not.toContain('blood_drawn')
    expect(one.length).toBeLessThan(3000)
  })

  test('is empty if the validators are imported but not used', async () => {
    expect(await bundled(`import './generated/aniva/validators.js'`)).toHaveLength(0)
  })

  test.each(['lobbie', 'aniva'])(
    'with the client of %s is smaller than 15 kB (gzip), not counting openapi-fetch',
    async (name) => {
      const create = `create${name.charAt(0).toUpperCase()}${name.slice(1)}Client`
      const code = `import { ${create} } from './generated/${name}/index.ts'; globalThis.x = ${create}`
      const size = gzipSync(await bundled(code, ['openapi-fetch'])).length
      expect(size).toBeLessThan(15_000)
    },
  )
})
