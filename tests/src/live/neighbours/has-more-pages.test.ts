import { expect, test } from 'vitest'
import { hasMorePages } from '../../../../src/live/neighbours/has-more-pages.ts'
import type { Json } from '../../../../src/json.ts'

const page = (body: Json, headers: readonly (readonly [string, string])[] = []) => ({ status: 200, headers, body })

test.each([
  ['a cursor in the body', { orders: [], nextCursor: 'abc' }],
  ['a cursor of another name', { orders: [], cursor: { next: 'abc' } }],
  ['a link in the body', { orders: [], links: { next: 'https://orders.example?page=2' } }],
  ['the flag hasMore', { orders: [], hasMore: true }],
])('a list has another page if the response has %s', (_title, body) =>
  expect(hasMorePages(page(body), 0, {})).toBe(true),
)

test('a list has another page if the response has a Link header or as many items as the limit', () => {
  expect(hasMorePages(page([], [['link', '<https://orders.example?page=2>; rel="next"']]), 0, {})).toBe(true)
  expect(hasMorePages(page([]), 100, { limit: 100 })).toBe(true)
})

test.each([
  ['no cursor', { orders: [] }],
  ['an empty cursor', { orders: [], nextCursor: null, cursor: '', hasMore: false }],
  ['only a total count', { orders: [], total: 7 }],
  ['only the list itself as its body', []],
])('a list has no other page if the response has %s', (_title, body) =>
  expect(hasMorePages(page(body), 7, { limit: 100 })).toBe(false),
)
