import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { listDocumentFindings, validateDocument } from '../../../src/validation/validate-document.ts'
import { orders, listFindings } from './list-findings.ts'

const folder = mkdtempSync(join(tmpdir(), 'validate-'))
afterAll(() => rmSync(folder, { recursive: true }))

for (const api of ['lobbie', 'aniva']) {
  test(`the document of ${api} has no finding`, async () => {
    expect(await validateDocument(`specs/${api}/openapi.yaml`)).toEqual([])
  })
}

test('each finding of validateDocument has a location and advice', async () => {
  const text = orders(['total: 12\n', "total: '12'\n"])
  const [finding] = await listDocumentFindings(documentFromText(text, 'shop/orders.yaml'))
  expect(finding).toEqual({
    rule: 'examples_match_schemas',
    level: 'error',
    location: {
      file: 'shop/orders.yaml',
      pointer: '/paths/~1orders~1{orderId}/patch/responses/200/content/application~1json/examples/packed/value/total',
      line: text.split('\n').findIndex((line) => line.includes("total: '12'")) + 1,
      column: 21,
    },
    operation: {
      id: 'updateOrder',
      path: '/responses/200/content/application~1json/examples/packed/value/total',
    },
    message: 'the example `packed` violates `type` at /total: expected integer',
    several: 'examples violate `type` at /total: expected integer',
    next: 'correct the example, or the schema if the example is right',
  })
})

test('a reference without a target is an error in an operation, and a warning in a component that no operation uses', async () => {
  const file = join(folder, 'dangling.yaml')
  const lines = [
    'openapi: 3.1.0',
    'info: { title: Fleas, version: "1" }',
    'paths:',
    "  '/a/{b}': { get: { responses: { '200': { $ref: '#/components/responses/Used' } } } }",
    'components:',
    '  responses:',
    "    Used: { description: used, content: { a/b: { schema: { $ref: '#/components/schemas/Gone' } } } }",
    "    Unused: { description: unused, content: { a/b: { schema: { $ref: '#/components/schemas/Gone' } } } }",
  ]
  writeFileSync(file, lines.join('\n'))
  const findings = await listDocumentFindings(readDocument(file, { keepsBroken: true }))
  const shown = findings.map(({ level, rule, location: { line } }) => `${level} ${rule} ${line}`)
  expect(shown).toEqual(expect.arrayContaining(['error reference_not_found 7', 'warning reference_not_found 8']))
  // The missing targets do not prevent other checks. The check `lint` reports the undeclared path parameter in line 4.
  expect(shown).toContain('error lint 4')
})

test('validateDocument sorts findings by their position', async () => {
  const text = orders(
    ['total: 12\n', "total: '12'\n"],
    ['paid: 12\n', "paid: '12'\n"],
    ['example: 7\n', 'example: 0\n'],
  )
  expect(await listFindings(text)).toEqual([
    'error examples_match_schemas: example: 0',
    "error examples_match_schemas: total: '12'",
    "error examples_match_schemas: paid: '12'",
  ])
})

test('validateDocument reports a fault in a referenced file with the location in that file', async () => {
  const text = orders([
    'schemas:\n    OrderUpdate:',
    "schemas:\n    Orphan: { $ref: './parts.yaml#/Id' }\n    OrderUpdate:",
  ])
  const file = join(folder, 'orders.yaml')
  writeFileSync(file, text.replace('deliveredBy: { type: integer }', "deliveredBy: { $ref: './parts.yaml#/Id' }"))
  writeFileSync(join(folder, 'parts.yaml'), 'Id:\n  type: integer\n  formt: int32\n')
  const found = await validateDocument(file)
  const parts = relative(process.cwd(), join(folder, 'parts.yaml'))
  expect(found.map(({ rule, location: { file: at, line } }) => [rule, at, line])).toContainEqual([
    'schemas_compile',
    parts,
    3,
  ])
})

test('validateDocument does not require scenarios or sources in a document without annotations', async () => {
  const text = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Orders, version: '1' }
servers: [{ url: 'https://orders.test' }]
paths:
  /orders:
    get:
      operationId: listOrders
      summary: List orders
      x-source: { database: orders }
      security: []
      responses: { '200': { description: All orders. } }
`
  expect(await listFindings(text)).toEqual([])
})

test('a missing `jsonSchemaDialect` is only a warning in a document without annotations', async () => {
  const text =
    "openapi: 3.1.0\ninfo: { title: Orders, version: '1' }\nservers: [{ url: 'https://orders.test' }]\npaths: {}\n"
  expect(await listFindings(text)).toEqual(['warning dialect_is_declared: openapi: 3.1.0'])
})

test('validateDocument throws for a missing file', async () => {
  await expect(validateDocument('no/such/file.yaml')).rejects.toMatchObject({ code: 'document-unreadable' })
})

test('validateDocument throws if the file with the lint rules does not exist', async () => {
  const document = documentFromText(orders(), 'orders.yaml')
  const validated = listDocumentFindings(document, { lintRules: 'no/such/redocly.yaml' })
  await expect(validated).rejects.toBeInstanceOf(ContractError)
  await expect(validated).rejects.toMatchObject({ code: 'bad-config' })
})
