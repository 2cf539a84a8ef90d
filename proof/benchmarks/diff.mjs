import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'

/** The number of operations and of schemas in GitHub's public OpenAPI document. */
const OPERATIONS = 1000
const SCHEMAS = 700

/**
 * Measures the time that `diff` takes for two documents as large as GitHub's. A tenth of the schemas differ. Target: at
 * most 10 seconds.
 */
export async function benchDiff({ spawn, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'))
  const printers = { json: (value) => JSON.stringify(value, null, 2), yaml: stringify }
  for (const [format, print] of Object.entries(printers)) {
    const files = ['base', 'head'].map((name) => join(folder, `${name}.${format}`))
    files.forEach((file, index) => writeFileSync(file, print(makeDocument(index === 1))))
    const begun = performance.now()
    const args = ['dist/cli/bin.js', 'diff', ...files, '--output', join(folder, 'changes.txt')]
    await new Promise((resolve) => spawn(process.execPath, args, { stdio: 'ignore' }).once('exit', resolve))
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    const size = (statSync(files[0]).size / 1e6).toFixed(1)
    say(`  ${seconds} s for ${OPERATIONS} operations and ${SCHEMAS} schemas in ${format}, ${size} MB each`)
  }
  rmSync(folder, { recursive: true })
}

/**
 * Makes a document whose schemas refer to each other, like the schemas of public documents. If `isChanged` is true, a
 * tenth of the schemas differ.
 */
function makeDocument(isChanged) {
  const schema = (index) => `#/components/schemas/Schema${index % SCHEMAS}`
  const text = 'A description as long as the ones that public documents have, with a second clause.'
  const fields = (index) =>
    Object.fromEntries(
      Array.from({ length: 20 }, (_, field) => [
        `field_${field}`,
        field < 3
          ? { $ref: schema(index * 3 + field + 1) }
          : {
              type: 'string',
              description: text,
              examples: [`example ${field}`],
              maxLength: isChanged && index % 10 === 0 ? 90 : 100,
            },
      ]),
    )
  const schemas = Array.from({ length: SCHEMAS }, (_, index) => [
    `Schema${index}`,
    { type: 'object', description: text, required: ['field_4'], properties: fields(index) },
  ])
  const paths = Array.from({ length: OPERATIONS }, (_, index) => [
    `/things/${index}/{id}`,
    {
      get: {
        operationId: `get_${index}`,
        description: text,
        parameters: [{ name: 'id', in: 'path', required: true, description: text, schema: { type: 'integer' } }],
        responses: {
          200: { description: text, content: { 'application/json': { schema: { $ref: schema(index) } } } },
          404: { description: text },
        },
      },
    },
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1.0.0' },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  }
}
