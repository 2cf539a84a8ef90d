import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Measures milliseconds and peak memory for planning 10, 100 and 1,000 operations. Target: for ten times as many
 * operations, at most twelve times the time.
 */
export async function benchPlanning({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-planning-'))
  let before
  for (const count of [10, 100, 1000]) {
    const file = join(folder, `${count}.json`)
    writeFileSync(file, JSON.stringify(documentOf(count)))
    const { milliseconds, cases, clauses, megabytes } = JSON.parse(
      execFileSync(process.execPath, [new URL('plan-once.mjs', import.meta.url).pathname, file], { encoding: 'utf8' }),
    )
    const factor = before === undefined ? '' : `, ${(milliseconds / before).toFixed(1)} × the time of a tenth`
    say(
      `  ${String(count).padStart(4)} operations: ${Math.round(milliseconds)} ms, ${cases} cases for ${clauses} clauses, ${megabytes} MB at the peak${factor}`,
    )
    before = milliseconds
  }
  rmSync(folder, { recursive: true })
}

/** Returns a document with `count` operations that share no schemas. */
function documentOf(count) {
  const schema = (index) => ({
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 40 + (index % 7) },
      due: { type: 'string', format: 'date-time' },
      size: { enum: ['small', 'large', `size-${index}`] },
      count: { type: 'integer', minimum: 0, maximum: 100 },
      tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
    },
  })
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/things-${index}/{id}`,
      {
        put: {
          operationId: `updateThing${index}`,
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${index}` } } },
          },
          responses: {
            200: {
              description: 'ok',
              content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${index}` } } },
            },
            400: { description: 'refused' },
          },
        },
      },
    ]),
  )
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths,
    components: {
      schemas: Object.fromEntries(Array.from({ length: count }, (_, index) => [`Thing${index}`, schema(index)])),
    },
  }
}
