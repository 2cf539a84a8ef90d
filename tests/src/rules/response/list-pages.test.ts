import { describe, expect, test } from 'vitest'
import { listPages } from '../../../../src/rules/response/list-pages.ts'
import { foundInStep } from '../../../support/pet-execution.ts'

const pet = (id: string) => ({ id, name: 'Rex' })
const found = (name: string, size: unknown, body: unknown, type = 'integer') => {
  const parameters = [{ name, in: 'query', schema: { type } }]
  const responses = { '200': { description: 'ok', content: { 'application/json': { schema: {} } } } }
  const document = { collection: { get: { operationId: 'listPets', parameters, responses } } }
  const query = { [name]: size } as { [name: string]: number }
  return foundInStep('listPets', { status: 200, document, query, body: body as { id: string } })
}
const two = [pet('1'), pet('2')]

describe('the rule list_pages', () => {
  test(`accepts the example: ${listPages.examples.passes}`, () => expect(found('limit', 1, [pet('1')])).toEqual([]))
  test(`reports the example: ${listPages.examples.fails}`, () =>
    expect(found('limit', 1, two)).toEqual(['drift list_pages']))
  test('the page size also limits a list inside an object, if the object has no other list', () => {
    expect(found('page[size]', 1, { data: two, total: 2 })).toEqual(['drift list_pages'])
  })
  test.each([
    ['a parameter that is not a page size', 'size', 1, two],
    ['the page size 0, which often means no limit', 'limit', 0, two],
    ['a page size if the response has two lists', 'limit', 1, { data: two, included: two }],
  ])('no list is limited by %s', (_what, name, size, body) => expect(found(name, size, body)).toEqual([]))
})
