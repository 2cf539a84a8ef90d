import { compileSchema } from '../../../schemas/check-value.ts'
import type { SchemaMismatch } from '../../../schemas/schema.ts'
import type { DocumentCheck } from '../../check.ts'
import { listExamples, type ExampleValue } from '../../parts/list-examples.ts'

export const examplesMatchSchemas: DocumentCheck = {
  id: 'examples_match_schemas',
  title: 'every example and default matches its schema',
  why: 'Readers copy examples, mocks return them, and test cases are derived from them.',
  level: 'error',
  check(context) {
    return listExamples(context).flatMap((each) =>
      mismatchesOf(each).map(({ at, keyword, expected }) => ({
        address: each.address + at,
        message: `${each.title} violates \`${keyword.name}\` at ${at === '' ? 'its root' : at}: expected ${expected}`,
        next: 'fix the value, or the schema if the value is right',
      })),
    )
  },
}

function mismatchesOf({ schema, value, directions }: ExampleValue): readonly SchemaMismatch[] {
  const checker = compileSchema(schema)
  const found = directions.map((direction) => checker.check(value, direction))
  return found.find((mismatches) => mismatches.length === 0) ?? found.at(-1) ?? []
}
