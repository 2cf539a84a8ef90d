import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Measures the time and the peak memory for planning documents of several sizes. Targets: planning ten times as many
 * operations takes at most twelve times as long. With 5,000 operations, planning takes at most 1.3 times as long per
 * clause as with 500 operations.
 */
export async function benchPlanning({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-planning-'))
  const known = new Map()
  for (const count of [10, 100, 500, 1000, 5000]) {
    const file = join(folder, `${count}.json`)
    writeFileSync(file, JSON.stringify(documentOf(count)))
    const { milliseconds, cases, clauses, megabytes } = JSON.parse(
      execFileSync(process.execPath, [new URL('plan-once.mjs', import.meta.url).pathname, file], { encoding: 'utf8' }),
    )
    const perClause = (milliseconds * 1000) / clauses
    const tenth = known.get(count / 10)
    known.set(count, { milliseconds, perClause })
    const factor =
      tenth === undefined
        ? ''
        : `, ${(milliseconds / tenth.milliseconds).toFixed(1)} × the time of a tenth (${(perClause / tenth.perClause).toFixed(2)} × per clause)`
    say(
      `  ${String(count).padStart(4)} operations: ${Math.round(milliseconds)} ms, ${cases} cases for ${clauses} clauses (${perClause.toFixed(0)} µs each), ${megabytes} MB at the peak${factor}`,
    )
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
