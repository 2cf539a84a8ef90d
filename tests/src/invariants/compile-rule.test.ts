import { expect, test } from 'vitest'
import { compileRule } from '../../../src/invariants/compile-rule.ts'

const table: [rule: string, values: Record<string, unknown>, value: unknown][] = [
  [
    'timestamp(self.end) - timestamp(self.start) == duration(string(self.minutes) + "m")',
    { end: '2025-01-15T09:30:00-05:00', start: '2025-01-15T09:00:00-05:00', minutes: 30n },
    true,
  ],
  ['timestamp(self.at) == timestamp("2026-01-01T00:00:00Z")', { at: '2026-01-01T00:00:00.0000001z' }, true],
  [
    'self.items.map(s, timestamp(s.at)).isSorted()',
    { items: [{ at: '2026-01-02T00:00:00Z' }, { at: '2026-01-01T00:00:00Z' }] },
    false,
  ],
  ['self.items.map(s, timestamp(s.at)).isSorted()', { items: [] }, true],
  [
    'timestamp(self.at).getHours("Asia/Kathmandu") * 60 + timestamp(self.at).getMinutes("Asia/Kathmandu")',
    { at: '2026-03-29T01:30:00Z' },
    435n,
  ],
  ['timestamp(self.at).getHours(self.zone)', { at: '2026-03-29T01:30:00Z', zone: 'Europe/Berlin' }, 3n],
  ['self.a == null', { a: null }, true],
]

test.each(table)('evaluates the CEL rule %s', (rule, self, value) => {
  expect(compileRule(rule, 'here').evaluate({ self })).toEqual({ kind: 'value', value })
})

test('a rule does not apply if it reads an absent key or a null', () => {
  expect(compileRule('self.a > 1', 'here').evaluate({ self: {} }).kind).toBe('nothing-to-say')
  expect(compileRule('timestamp(self.a) == timestamp(self.a)', 'here').evaluate({ self: { a: null } }).kind).toBe(
    'nothing-to-say',
  )
  expect(
    compileRule('timestamp("2026-01-01T00:00:00Z").getHours(self.zone) == 1', 'here').evaluate({ self: { zone: null } })
      .kind,
  ).toBe('nothing-to-say')
})

test('30 February is an error and is not read as 1 March', () => {
  expect(
    compileRule('timestamp(self.a) == timestamp(self.a)', 'here').evaluate({ self: { a: '2026-02-30T00:00:00Z' } })
      .kind,
  ).toBe('fault')
})

test('an error message contains no value of the response', () => {
  const answer = compileRule('int(self.a) == 1', 'here').evaluate({ self: { a: 'canary' } })
  expect(answer.kind).toBe('fault')
  expect(JSON.stringify(answer)).not.toContain('canary')
})

test('the word timestamp inside a string of a rule stays unchanged', () => {
  expect(
    compileRule('self.a == "timestamp(x).getHours(y)"', 'here').evaluate({ self: { a: 'timestamp(x).getHours(y)' } }),
  ).toEqual({
    kind: 'value',
    value: true,
  })
})

test('lists the variables that a rule reads', () => {
  expect([...compileRule('self.id == request.path.id && given.x == 1', 'here').names]).toEqual([
    'self',
    'request',
    'given',
  ])
})

test.each(['', 'self.', 'unknown.x == 1', 'self.a + '])('rejects the rule %j', (rule) => {
  expect(() => compileRule(rule, 'openapi.yaml:3:4')).toThrow(/not a valid CEL rule[\s\S]*openapi\.yaml:3:4/)
})
