import { compileSchema } from '../../schemas/check-value.ts'
import { parentOf, valueAt } from '../../document/json-pointer.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { Fault, Rule } from '../rule.ts'
import { shapeOf } from '../../evidence/shape-of.ts'

export const responseSchemaConformance: Rule = {
  id: 'response_schema_conformance',
  title: 'The body keeps its schema',
  why: 'Clients read the fields by the names and types that the document gives.',
  level: 'error',
  stages: ['parse', 'schema'],
  judge(evidence, stage) {
    return stage === 'parse' ? unreadable(evidence) : mismatches(evidence)
  },
}

function unreadable({ mediaType, body, isDrawn }: Evidence): Fault[] {
  if (mediaType === undefined || (body.kind !== 'none' && body.kind !== 'unreadable')) return []
  // A text may be empty, and a mock that has neither an example nor a schema to draw from sends nothing.
  if (body.kind === 'none' && (isDrawn || /^text\//i.test(mediaType.range))) return []
  return [
    {
      pointer: mediaType.pointer,
      message: body.kind === 'none' ? 'has no body where one is promised' : body.because,
      expected: mediaType.range,
      received: body.kind === 'none' ? 'nothing' : 'bytes that are not that',
    },
  ]
}

function mismatches(evidence: Evidence): Fault[] {
  const schema = evidence.mediaType?.schema
  const value = jsonOf(evidence)
  if (schema === undefined || value === undefined) return []
  const missing = new Map<string, string>()
  return compileSchema(schema)
    .check(value, 'response')
    .map((mismatch): Fault => {
      const { keyword, at, expected } = mismatch
      const owner = parentOf(at)
      // Several names that are missing in one object are one lie.
      if (keyword.name === 'required' && !missing.has(owner)) missing.set(owner, `required ${keyword.address}`)
      const root = keyword.name === 'required' ? missing.get(owner) : undefined
      return {
        ...(root === undefined ? {} : { root }),
        pointer: schema.pointer + keyword.pointer,
        address: keyword.address,
        at,
        message: `${at === '' ? 'the body' : at} breaks its ${keyword.name}`,
        expected,
        received: keyword.name === 'required' ? 'nothing' : shapeOf(valueAt(value, at)),
      }
    })
}
