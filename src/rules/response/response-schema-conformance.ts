import { parentOf, valueAt } from '../../document/json-pointer.ts'
import { jsonOf, bodyMismatches, type Evidence } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { isSharedPart, withoutFolder } from '../shared-part.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { violation } from '../violation.ts'

export const responseSchemaConformance: Rule = {
  id: 'response_schema_conformance',
  title: 'The body matches the schema of its status and content type',
  why: 'Types and validators are generated from this schema, so a response that violates it breaks every consumer.',
  fix: 'send a response body that matches the schema, or change the schema and announce the change to consumers',
  examples: {
    passes: 'PATCH /orders/7 → 200 {"id": 7, "due": "2026-01-08T10:00:00Z", …}',
    fails: 'PATCH /orders/7 → 200 {"id": 7, "due": 7, …}, where `due` is a date-time',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['parse', 'schema'],
  judge(evidence, stage) {
    return stage === 'parse' ? unreadable(evidence) : mismatches(evidence)
  },
}

function unreadable({ mediaType, body, isDrawn }: Evidence): RuleFault[] {
  if (mediaType === undefined || (body.kind !== 'none' && body.kind !== 'unreadable')) return []
  // Accepts an empty body of a text type. If the document has no example and no schema, also accepts an empty body from
  // a mock.
  if (body.kind === 'none' && (isDrawn || /^text\//i.test(mediaType.range))) return []
  return [
    {
      pointer: mediaType.pointer,
      message: body.kind === 'none' ? 'has no body although one is documented' : body.because,
      expected: mediaType.range,
      received: body.kind === 'none' ? 'nothing' : 'bytes of another format',
    },
  ]
}

function mismatches(evidence: Evidence): RuleFault[] {
  const schema = evidence.mediaType?.schema
  const value = jsonOf(evidence)
  if (schema === undefined || value === undefined) return []
  const missing = new Map<string, string>()
  return bodyMismatches(evidence).map((mismatch): RuleFault => {
    const { keyword, at, expected } = mismatch
    const owner = parentOf(at)
    // All properties that one object lacks get the same cause, so that they give only one finding.
    if (keyword.name === 'required' && !missing.has(owner))
      missing.set(owner, `required ${withoutFolder(keyword.address)}`)
    const cause = keyword.name === 'required' ? missing.get(owner) : undefined
    return {
      ...(cause === undefined ? {} : { cause }),
      isOfApi: isSharedPart(evidence, schema.pointer + keyword.pointer),
      pointer: schema.pointer + keyword.pointer,
      address: keyword.address,
      at,
      message: violation(at === '' ? 'the body' : at, keyword.name, expected),
      expected,
      received: keyword.name === 'required' ? 'nothing' : shapeOf(valueAt(value, at)),
    }
  })
}
