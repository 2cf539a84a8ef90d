import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { contractOf } from '../../../src/evidence/contract.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { judge } from '../../../src/verdicts/judge.ts'
import { liveExecution } from '../../support/live-execution.ts'

const [operation = expect.fail()] = listOperations(
  documentFromText(
    String.raw`openapi: 3.1.0
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                required: [id]
                properties:
                  note: { type: string, pattern: '\s+$' }
`,
    'a.yaml',
  ),
)
const judged = (body: Parameters<typeof liveExecution>[1]['body']) =>
  judge(contractOf(operation), liveExecution(operation, { body }))

test('a response with a text that is too long for a slow pattern blocks the case; the reason has pattern, line and length', () => {
  const { verdict, because, exercised } = judged({ id: 1, note: ' '.repeat(100_000) })
  expect([verdict, because]).toEqual([
    'blocked',
    String.raw`the pattern ${'`\\s+$`'} (a.yaml:14) is slow on long texts and was not run on a text of 100000 characters`,
  ])
  expect(exercised.filter((id) => id.endsWith('pattern'))).toEqual([])
})

test('a text that is too long for a slow pattern does not hide other violations of the response', () => {
  const { verdict, findings } = judged({ note: ' '.repeat(100_000) })
  expect([verdict, findings.map(({ clause }) => clause.split('/').slice(-2))]).toEqual(['failed', [['required', 'id']]])
})
