import { describe, expect, test } from 'vitest'
import { ORDERS } from '../support/orders-document.ts'
import { inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

const FILE = 'specs/orders/openapi.yaml'

/** Returns the orders document with an additional schema `Bad`, whose text is `schema`. */
const withSchema = (schema: string): string =>
  ORDERS.replace('\n  schemas:\n', `\n  schemas:\n    Bad: ${schema}\n`).replace(
    'size: { enum: [small, large] }\n      responses',
    "size: { $ref: '#/components/schemas/Bad' }\n      responses",
  )

const bad: readonly [string, Readonly<Record<string, string | undefined>>, RegExp][] = [
  ['that is a folder', { [FILE]: undefined }, /cannot be read: this path is a folder/],
  ['that is empty', { [FILE]: ' \n' }, /is empty/],
  ['that is not YAML', { [FILE]: 'openapi: 3.1.0\ninfo: {\n' }, /neither YAML nor JSON/],
  ['that is plain text', { [FILE]: 'hello' }, /the key `openapi` is missing/],
  ['that is Swagger 2.0', { [FILE]: "swagger: '2.0'\npaths: {}\n" }, /this is a Swagger document \(swagger: 2\.0\)/],
  [
    'of an unsupported OpenAPI version',
    { [FILE]: 'openapi: 4.0.0\npaths: {}\n' },
    /the version openapi: "4\.0\.0" is not supported/,
  ],
  ['whose YAML aliases expand to millions of values', { [FILE]: bomb() }, /neither YAML nor JSON.*alias/],
  ['with an unresolved reference', { [FILE]: withSchema("{ $ref: '#/components/schemas/Gone' }") }, /Unresolved \$ref/],
  [
    'with a reference to a missing file',
    { [FILE]: withSchema('{ $ref: gone.yaml }') },
    /cannot be read: the file does not exist/,
  ],
  [
    'with a reference to another host',
    { [FILE]: withSchema("{ $ref: 'https://example.org/bad.yaml' }") },
    /refers to another host/,
  ],
  [
    'with a cycle of references that reaches no schema',
    { [FILE]: withSchema("{ $ref: '#/components/schemas/Bad' }") },
    /refers to itself/,
  ],
  [
    'without an operation',
    { [FILE]: 'openapi: 3.1.0\ninfo: { title: None, version: 1.0.0 }\npaths: {}\n' },
    /no operation/,
  ],
  [
    'with a malformed invariant',
    { [FILE]: ORDERS.replace('self.id == request.path.id', 'self.id ==') },
    /not a valid CEL rule/,
  ],
  [
    'with a malformed policy',
    { [FILE]: ORDERS, 'specs/orders/policy.yaml': 'coverage: { mock: 200 }' },
    /policy is invalid/,
  ],
]

/** Returns YAML in which aliases refer to aliases, so that a few lines expand to millions of values. */
function bomb(): string {
  const lines = ['openapi: 3.1.0', 'a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]']
  for (let level = 1; level < 8; level++) {
    const alias = `*a${level - 1}`
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => alias).join(', ')}]`)
  }
  return lines.join('\n')
}

describe('the command gate', () => {
  test.each(bad)('exits 2 for a document %s', async (_name, files, sentence) => {
    const { code, out, err } = await inFolder(files, () => runMain(['gate', '--target', 'mock']))
    expect(code).toBe(2)
    expect(err + out).toMatch(sentence)
    expect(err + out).toContain('orders')
    expect(err + out).not.toContain('u000a')
    expect(err + out).not.toMatch(/\n\s+at /)
  })
})

describe('the command validate', () => {
  test.each(bad.slice(0, 11))('reports a document %s', async (_name, files, sentence) => {
    const { code, out, err } = await inFolder(files, () => runMain(['validate']))
    expect(code).not.toBe(0)
    expect(err + out).toMatch(sentence)
    expect(err + out).not.toMatch(/\n\s+at /)
  })
})
