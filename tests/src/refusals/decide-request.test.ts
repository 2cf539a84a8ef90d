import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import type { JsonObject } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { decideRequest, trueRules, type RequestFacts } from '../../../src/refusals/decide-request.ts'
import { orders } from '../validation/list-findings.ts'

const [operation] = listOperations(
  documentFromText(
    orders([
      '      x-scenarios:\n',
      `      x-refusals:
        - { id: no-key, status: '403', source: seed, when: 'role == "anonymous"' }
        - { id: taken, status: '404', source: seed, when: 'has(sent.courier) && sent.courier == given.courier' }
        - { id: late, status: '404', source: seed, when: 'timestamp(sent.dueAt) < now' }
      x-scenarios:
`,
    ]),
    'orders.yaml',
  ),
)
if (operation === undefined) throw new Error('the document has no operation')
const own = operation

const facts = (sent: JsonObject, more: Partial<RequestFacts> = {}): RequestFacts => ({
  role: 'partner',
  state: { name: 'order', with: {} },
  given: { courier: 5 },
  values: {},
  sent,
  invalid: { path: false, body: false },
  now: Date.UTC(2026, 0, 5),
  ...more,
})
const decided = (of: RequestFacts): string => {
  const decision = decideRequest(own, of)
  return decision.kind === 'accepted' ? 'accepted' : `${decision.kind} ${decision.rule.id}`
}

test('a request is refused by the first refusal rule whose condition is true', () => {
  const sent = { courier: 5, dueAt: '2026-01-01T00:00:00Z' }
  expect(decided(facts(sent, { role: 'anonymous' }))).toBe('refused no-key')
  expect(decided(facts(sent))).toBe('refused taken')
  expect(trueRules(own, facts(sent)).map(({ id }) => id)).toEqual(['taken', 'late'])
})

test('a request is accepted if the conditions of all refusal rules are false', () => {
  expect(decided(facts({ courier: 6, dueAt: '2026-02-01T00:00:00+05:30' }))).toBe('accepted')
})

test('the decision is unknown if no earlier rule is true and a refusal rule reads an absent key or a null', () => {
  expect(decided(facts({ courier: 6 }))).toBe('unknown late')
  expect(decided(facts({ courier: 6, dueAt: null }))).toBe('unknown late')
  expect(decided(facts({ courier: 5 }))).toBe('refused taken')
})
