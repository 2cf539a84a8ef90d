import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { contractOf } from '../../../src/evidence/contract.ts'
import type { Json } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { rules } from '../../../src/rules/rules.ts'
import { fingerprint } from '../../../src/verdicts/fingerprint.ts'
import { joinFindings } from '../../../src/verdicts/join-findings.ts'
import { judge } from '../../../src/verdicts/judge.ts'
import { liveExecution, type Answered } from '../../support/live-execution.ts'

const ITEM = { $ref: '#/components/schemas/Item' }
/**
 * The response schema of each operation. `listItems` returns a list of the shared schema `Item`. The schema of `own` is
 * equal to `Item`, but does not refer to it.
 */
const SCHEMAS: Readonly<Record<string, Json>> = {
  readItem: ITEM,
  makeItem: ITEM,
  listItems: { type: 'array', items: ITEM },
  own: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
}

const operations = listOperations(
  documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      paths: Object.fromEntries(
        Object.entries(SCHEMAS).map(([operationId, schema]) => {
          const headers = { 'X-Id': { $ref: '#/components/headers/Id' } }
          const ok = { headers, content: { 'application/json': { schema } } }
          return [`/${operationId}`, { get: { operationId, responses: { 200: ok, 400: {} } } }]
        }),
      ),
      components: {
        headers: { Id: { required: true, schema: { type: 'integer' } } },
        schemas: {
          Item: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'integer' }, pin: { type: 'string', writeOnly: true } },
          },
        },
      },
    }),
    'a.json',
  ),
)

/** Judges one response of each named operation. Returns the rule and the operations of each joined finding. */
function joined(answers: Readonly<Record<string, Answered>>) {
  const findings = Object.entries(answers).flatMap(([id, sent]) => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(`no operation ${id}`)
    return judge(contractOf(operation), liveExecution(operation, sent)).findings
  })
  return joinFindings(
    findings,
    rules.map(({ id }) => id),
  )
}

const shown = (answers: Readonly<Record<string, Answered>>): string[] =>
  joined(answers).map(({ first, clauses }) => {
    return `${first.rule}: ${[...new Set(clauses.map((clause) => clause.split('/')[0]))].join(', ')}`
  })

describe('several violations with one cause give one finding', () => {
  test.each<[string, Readonly<Record<string, Answered>>, string[]]>([
    [
      'a response of several operations violates the same component schema',
      { readItem: { body: {} }, makeItem: { body: {} }, listItems: { body: [{}] } },
      ['response_schema_conformance: readItem, makeItem, listItems'],
    ],
    [
      'a header of `components` is missing from several operations',
      { readItem: { body: { id: 1 }, headers: {} }, own: { body: { id: 1 }, headers: {} } },
      ['response_headers_conformance: readItem, own'],
    ],
    [
      'an undocumented field of a component schema',
      { readItem: { body: { id: 1, more: 1 } }, listItems: { body: [{ id: 1, more: 1 }] } },
      ['undocumented_field: readItem, listItems'],
    ],
    [
      'a writeOnly property of a component schema',
      { readItem: { body: { id: 1, pin: 'a' } }, listItems: { body: [{ id: 1, pin: 'a' }] } },
      ['write_only_in_response: readItem, listItems'],
    ],
    [
      'stack traces in the error bodies of several operations',
      {
        readItem: { status: 400, body: { error: 'at f (/srv/app/a.js:1:2)' } },
        own: { status: 400, body: { detail: 'at g (/srv/app/b.js:3:4)' } },
      },
      ['error_body_leak: readItem, own'],
    ],
  ])('%s', (_, answers, findings) =>
    expect(shown(answers).filter((each) => !each.startsWith('undocumented_body'))).toEqual(findings),
  )
})

describe('violations with different causes give different findings with different fingerprints', () => {
  test.each<[string, Readonly<Record<string, Answered>>, string[]]>([
    [
      'equal schemas that are not shared',
      { readItem: { body: {} }, own: { body: {} } },
      ['response_schema_conformance: readItem', 'response_schema_conformance: own'],
    ],
    [
      'two violations of one component schema',
      { readItem: { body: {} }, makeItem: { body: { id: 'a' } } },
      ['response_schema_conformance: readItem', 'response_schema_conformance: makeItem'],
    ],
    [
      'a leak in a body and one in a header',
      {
        readItem: { status: 400, body: 'at f (/srv/app/a.js:1:2)' },
        own: { status: 400, body: '', headers: { 'X-Trace': 'at f (/srv/app/a.js:1:2)' } },
      },
      ['error_body_leak: readItem', 'error_body_leak: own'],
    ],
  ])('%s', (_, answers, findings) => {
    expect(shown(answers).filter((each) => !each.startsWith('undocumented_body'))).toEqual(findings)
    const prints = joined(answers).map(({ first }) => fingerprint(first))
    expect(new Set(prints).size).toBe(prints.length)
  })
})
