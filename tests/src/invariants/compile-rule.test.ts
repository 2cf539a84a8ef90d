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

test.each(table)('the CEL rule %s is evaluated', (rule, self, value) => {
  expect(compileRule(rule, 'here').evaluate({ self })).toEqual({ kind: 'value', value })
})

test('a CEL rule that reads an absent key or a null does not apply', () => {
  expect(compileRule('self.a > 1', 'here').evaluate({ self: {} }).kind).toBe('nothing-to-say')
  expect(compileRule('timestamp(self.a) == timestamp(self.a)', 'here').evaluate({ self: { a: null } }).kind).toBe(
    'nothing-to-say',
  )
  expect(
    compileRule('timestamp("2026-01-01T00:00:00Z").getHours(self.zone) == 1', 'here').evaluate({ self: { zone: null } })
      .kind,
  ).toBe('nothing-to-say')
})

test('a CEL rule that reads the date 30 February gives an error, instead of treating the date as 2 March', () => {
  expect(
    compileRule('timestamp(self.a) == timestamp(self.a)', 'here').evaluate({ self: { a: '2026-02-30T00:00:00Z' } })
      .kind,
  ).toBe('fault')
})

test('the error message of a CEL rule contains no value of the response', () => {
  const answer = compileRule('int(self.a) == 1', 'here').evaluate({ self: { a: 'canary' } })
  expect(answer.kind).toBe('fault')
  expect(JSON.stringify(answer)).not.toContain('canary')
})

test('the word timestamp inside a string of a CEL rule stays unchanged', () => {
  expect(
    compileRule('self.a == "timestamp(x).getHours(y)"', 'here').evaluate({ self: { a: 'timestamp(x).getHours(y)' } }),
  ).toEqual({
    kind: 'value',
    value: true,
  })
})

test('the variables that a CEL rule reads are listed', () => {
  expect([...compileRule('self.id == request.path.id && given.x == 1', 'here').names]).toEqual([
    'self',
    'request',
    'given',
  ])
})

test.each(['', 'self.', 'unknown.x == 1', 'self.a + '])('the invalid CEL rule %j is rejected', (rule) => {
  expect(() => compileRule(rule, 'openapi.yaml:3:4')).toThrow(/not a valid CEL rule[\s\S]*openapi\.yaml:3:4/)
})
