import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import type { UpdateRule } from '../../../src/operations/annotations.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'

function updateOf(update: string, request: string, response: string): UpdateRule | undefined {
  const text = `openapi: 3.1.0
paths:
  /a:
    patch:
      ${update}
      requestBody: { content: { application/json: { schema: ${request} } } }
      responses:
        '404': { content: { application/json: { schema: { properties: { lost: { x-volatile: true } } } } } }
        '200': { content: { application/json: { schema: ${response} } } }
components:
  schemas:
    Base: { properties: { id: {}, at: { x-volatile: true } }, allOf: [{ $ref: '#/components/schemas/Base' }] }
    Status: { enum: [open], x-server-data: true }
`
  return listOperations(documentFromText(text))[0]?.update
}

test('an operation without x-update has no rules about updates', () => {
  expect(updateOf('summary: x', '{}', '{}')).toBeUndefined()
})

test('the stored value of a request field is read from the response field that x-reads-back names, or else from the response field of the same name', () => {
  const update = updateOf(
    'x-update: partial',
    '{ properties: { a: {}, b: { x-reads-back: /c/d }, e: { x-reads-back: false }, f: {} } }',
    '{ properties: { a: {}, b: {}, e: {} } }',
  )
  expect(update?.fields).toEqual([
    { name: 'a', isServerData: false, readsBack: '/a' },
    { name: 'b', isServerData: false, readsBack: '/c/d' },
    { name: 'e', isServerData: false },
    { name: 'f', isServerData: false },
  ])
})

test('request fields behind $ref and allOf are found, and annotations beside a $ref are merged', () => {
  const update = updateOf(
    'x-update: partial',
    "{ properties: { status: { $ref: '#/components/schemas/Status' } } }",
    "{ allOf: [{ $ref: '#/components/schemas/Base' }], properties: { end: { x-follows: [status] } } }",
  )
  expect(update?.fields).toEqual([{ name: 'status', isServerData: true }])
  expect(update?.volatile).toEqual(['at'])
  expect([...(update?.follows ?? [])]).toEqual([['end', ['status']]])
})
