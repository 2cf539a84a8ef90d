import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { watchApis } from '../../../../src/cli/watch/watch-apis.ts'
import { eventually } from '../../../support/cli-process.ts'
import { testHost } from '../../../support/test-host.ts'

const ORDERS = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Orders, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: 'https://orders.example.com' }]
security: []
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      summary: Read an order
      parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: 7 }]
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: integer } } }
              examples: { one: { value: { id: 7 } } }
`

const READING = { overlays: [], allowsRefOutside: false, formats: 'assert' } as const

let folder: string
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Watches the document. During the first check, replaces its text with `saved`. Returns the first `count` pages. Calls
 * `next` after each page except the last.
 */
async function pagesOf(
  saved: string,
  count: number,
  next: (file: string) => void = () => undefined,
): Promise<string[]> {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-apis-')))
  const file = join(folder, 'openapi.yaml')
  writeFileSync(file, ORDERS)
  const policy = join(folder, 'policy.yaml')
  writeFileSync(policy, 'coverage: { mock: 100, sandbox: 100 }\nblocked: fail\n')
  let calls = 0
  // The file is saved at the second reading of the clock, when the first run begins.
  const host = testHost({
    elapsed: () => {
      calls += 1
      if (calls === 2) writeFileSync(file, saved)
      return performance.now()
    },
  })
  const pages: string[] = []
  const watching = watchApis([{ name: 'orders', document: file, policy }], READING, host, (screen) => {
    pages.push(screen({ color: false, width: 100 }))
    if (pages.length < count) next(file)
  })
  await eventually(() => pages.length >= count, 60_000)
  host.stop()
  await watching
  return pages
}

test('if a document is saved during its run, the result of that run is not shown, and the saved document is run', async () => {
  const [first, second] = await pagesOf(`${ORDERS}# saved during the first run\n`, 2, (file) =>
    writeFileSync(file, `${ORDERS}# saved after the first page\n`),
  )
  expect(first).toMatch(/mock +✓ passed, \d+ cases?, .* \(run at \d\d:\d\d:\d\d\)/)
  expect(second).toMatch(/mock +getOrder did not change, last result: ✓ no findings \(run at \d\d:\d\d:\d\d\)/)
}, 120_000)

test('if a document with an error is saved during the first run, the error is shown instead of the result', async () => {
  const [first] = await pagesOf(ORDERS.replace('type: integer }, example', 'type: intger }, example'), 1)
  expect(first).toMatch(/document +✗ 1 error/)
  expect(first).not.toMatch(/blocked|passed/)
}, 120_000)
