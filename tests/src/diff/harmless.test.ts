import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../../src/json.ts'
import { example } from '../../corpus/documents.ts'
import { ORDERS } from '../../support/orders-document.ts'

const DOCUMENTS: readonly (readonly [name: string, text: string])[] = [
  ['the document of the Orders API', ORDERS],
  ['the document of Petstore', readFileSync(example('3.0/json/petstore.json'), 'utf8')],
  ['the document of Lobbie', readFileSync('specs/lobbie/openapi.yaml', 'utf8')],
  ['the document of Aniva', readFileSync('specs/aniva/openapi.yaml', 'utf8')],
]

/**
 * Returns a copy of the value. In the copy, each object is replaced by the result of `change`, beginning with the
 * innermost objects.
 */
function rewritten(value: Json, change: (each: JsonObject) => Json, key = ''): Json {
  if (isArray(value)) return value.map((each) => rewritten(each, change))
  if (!isObject(value) || DATA.has(key)) return value
  const entries = Object.entries(value).map(([name, each]) => [name, rewritten(each, change, name)] as const)
  return change(Object.fromEntries(entries))
}
const DATA = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'x-scenarios',
  'x-states',
  'x-source',
  'mapping',
])

const isType = (schema: JsonObject, type: string): boolean => schema['type'] === type

/** Ways to write the same document differently. */
const REWRITES: readonly (readonly [title: string, (text: string) => string])[] = [
  ['as JSON', (text) => JSON.stringify(parse(text))],
  ['with other indents and without comments', (text) => stringify(parse(text), { indent: 4, lineWidth: 0 })],
  [
    'with the keys of each object in another order',
    (text) =>
      JSON.stringify(rewritten(parse(text) as Json, (each) => Object.fromEntries(Object.entries(each).toReversed()))),
  ],
  [
    'with renamed components',
    (text) => {
      const root = parse(text) as { components?: { schemas?: JsonObject } }
      const schemas = root.components?.schemas ?? {}
      const components = {
        ...root.components,
        schemas: Object.fromEntries(Object.entries(schemas).map(([name, each]) => [`${name}New`, each])),
      }
      return JSON.stringify({ ...root, components }).replaceAll(/(#\/components\/schemas\/[\w.-]+)/g, '$1New')
    },
  ],
  [
    'with a component in place of each string schema',
    (text) => {
      const moved: Record<string, JsonObject> = {}
      const root = rewritten(parse(text) as Json, (each) => {
        if (!isType(each, 'string') || each['in'] !== undefined) return each
        const name = `Moved${Object.keys(moved).length}`
        moved[name] = each
        return { $ref: `#/components/schemas/${name}` }
      }) as { components?: { schemas?: JsonObject } }
      return JSON.stringify({
        ...root,
        components: { ...root.components, schemas: { ...root.components?.schemas, ...moved } },
      })
    },
  ],
  [
    'with each object split into an `allOf`',
    (text) =>
      JSON.stringify(
        rewritten(parse(text) as Json, (each) => {
          const { properties, ...rest } = each
          const isPlain = isType(each, 'object') && isObject(properties) && each['additionalProperties'] === undefined
          if (!isPlain || each['allOf'] !== undefined) return each
          const entries = Object.entries(properties)
          const half = entries.length / 2
          const [one, other] = [entries.slice(0, half), entries.slice(half)].map((some) => Object.fromEntries(some))
          return { ...rest, properties: one ?? {}, allOf: [{ type: 'object', properties: other ?? {} }] }
        }),
      ),
  ],
  [
    'with `anyOf` in place of a nullable type',
    (text) =>
      JSON.stringify(
        rewritten(parse(text) as Json, (each) => {
          const { type, nullable, ...rest } = each
          const isPair = isArray(type) && type.length === 2 && type[1] === 'null' && each['enum'] === undefined
          if (!isPair || nullable !== undefined) return each
          return { anyOf: [{ type: type[0] ?? 'string', ...rest }, { type: 'null' }] }
        }),
      ),
  ],
]

describe.each(DOCUMENTS)('%s', (_name, text) => {
  test.each(REWRITES)('has no breaking change if it is written in another way: %s', (_title, rewrite) => {
    const changes = diffDocuments(documentFromText(text), documentFromText(rewrite(text)), { today: '2026-01-05' })
    const found = changes.filter(({ level }) => level === 'breaking' || level === 'dangerous')
    expect(found.map(({ rule, operations, part, what }) => [rule, operations[0], part, what])).toEqual([])
  })
})
