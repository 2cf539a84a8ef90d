import { expect, test } from 'vitest'
import { parentOf, pointer, tokens, valueAt } from '../../../src/document/json-pointer.ts'

test('the tokens of a JSON pointer are escaped and unescaped', () => {
  expect(pointer('a/b', 'm~n', 0)).toBe('/a~1b/m~0n/0')
  expect(tokens('/a~1b/m~0n/0')).toEqual(['a/b', 'm~n', '0'])
  expect(tokens('/~01')).toEqual(['~1'])
  expect(tokens('')).toEqual([])
  expect(tokens('/')).toEqual([''])
})

test.each<[path: string, value: unknown]>([
  ['', { a: [10, { b: null }], '': 7 }],
  ['/a/0', 10],
  ['/a/1/b', null],
  ['/', 7],
  ['/a/01', undefined],
  ['/a/-', undefined],
  ['/a/length', undefined],
  ['/toString', undefined],
  ['/a/1/b/c', undefined],
])('the JSON pointer %j leads to the value %j', (path, value) => {
  expect(valueAt({ a: [10, { b: null }], '': 7 }, path)).toEqual(value)
})

test('the parent of a JSON pointer is the pointer without its last token', () => {
  expect(parentOf('/a/b')).toBe('/a')
  expect(parentOf('/a')).toBe('')
  expect(parentOf('')).toBe('')
})
