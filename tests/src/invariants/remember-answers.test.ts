import { Environment, type ASTNode } from '@marcbachmann/cel-js'
import { describe, expect, test } from 'vitest'
import { pathsRead, remembering } from '../../../src/invariants/remember-answers.ts'

const environment = new Environment({ unlistedVariablesAreDyn: true })

function read(text: string): string[] {
  const root: ASTNode = environment.parse(text).ast
  return pathsRead(root, ['self', 'given']).map((path) => path.join('.'))
}

describe('the paths that an expression reads', () => {
  test.each([
    ['self.id == given.id', ['self.id', 'given.id']],
    ['self.place.zone == "UTC" && self.place.zone != given.zone', ['self.place.zone', 'given.zone']],
    ['has(self.note)', ['self.note']],
    ['given.zones[self.place] != null', ['given.zones', 'self.place']],
    ['self.items.all(item, item.id in given.ids)', ['self.items', 'given.ids']],
    ['size(self) > 1', ['self']],
    ['1 == 1', []],
  ])('are listed for %s', (text, paths) => expect(read(text)).toEqual(paths))
})

describe('an expression whose answers are cached', () => {
  /**
   * Evaluates an expression with one value after the other. Returns the number of evaluations that the cache could not
   * answer.
   */
  function evaluations(...values: readonly object[]): number {
    let count = 0
    const ask = remembering([['self', 'a']], () => (count += 1))
    for (const each of values) ask(each)
    return count
  }

  test('is not evaluated again if the values that it reads stay the same', () => {
    expect(evaluations({ self: { a: 1, b: 1 } }, { self: { a: 1, b: 2 } })).toBe(1)
  })

  test('returns the right answer each time the values that it reads change', () => {
    const ask = remembering([['self', 'a']], ({ self }: { self?: { a: number } }) => (self?.a ?? 0) > 1)
    expect([1, 2, 1, 2].map((a) => ask({ self: { a } }))).toEqual([false, true, false, true])
  })

  test.each([
    ['a number and an integer of CEL', 1, 1n],
    ['a number and a text', 1, '1'],
    ['null and an absent property', null, undefined],
    ['a list and an object', [1], { 0: 1 }],
    ['lists of different lengths', [1], [1, 2]],
    ['objects with different names', { b: 1 }, { c: 1 }],
    ['objects with different values', { b: { c: 1 } }, { b: { c: 2 } }],
    ['instants', new Date(1), new Date(2)],
  ])('distinguishes %s', (_, one, other) => {
    const self = other === undefined ? {} : { a: other }
    expect(evaluations({ self: { a: one } }, { self })).toBe(2)
  })

  test.each([
    ['lists', [1, { b: 2n }]],
    ['objects', { b: { c: ['d'] } }],
    ['instants', new Date(1)],
  ])('recognizes equal %s', (_, a) => {
    expect(evaluations({ self: { a } }, { self: { a: structuredClone(a) } })).toBe(1)
  })

  test('is evaluated again after many other evaluations, because only the last answers are cached', () => {
    const values = Array.from({ length: 100 }, (_, a) => ({ self: { a } }))
    expect(evaluations(...values, { self: { a: 99 } })).toBe(100)
    expect(evaluations(...values, { self: { a: 0 } })).toBe(101)
  })
})
