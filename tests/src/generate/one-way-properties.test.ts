import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'
import { compile } from './compile.ts'

const text = `openapi: 3.1.0
info: { title: Cards, version: '1' }
paths:
  /cards:
    head:
      operationId: countCards
      responses: { '200': { description: Count., content: { application/json: { schema: { type: array } } } } }
    post:
      operationId: addCard
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Card' } } } }
      responses:
        '201': { description: Added., content: { application/json: { schema: { $ref: '#/components/schemas/Card' } } } }
components:
  schemas:
    Id: { type: integer, readOnly: true }
    Card:
      type: object
      required: [id, pin, name]
      properties:
        id: { $ref: '#/components/schemas/Id' }
        pin: { type: string, writeOnly: true }
        name: { type: string, pattern: '^[\\w\\-\\_]+$' }
        owner: { $ref: '#/components/schemas/Card' }
        of: { allOf: [{ $ref: '#/components/schemas/Card' }, { required: [id, pin] }] }
`
const files = await generate({ name: 'cards', document: documentFromText(text, 'cards.yaml') })
const client = files.find(({ path }) => path.endsWith('client.ts'))?.text ?? ''
const source = files.find(({ path }) => path.endsWith('validators.js'))?.text ?? ''
const validators = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as Readonly<
  Record<string, (value: unknown) => { readonly keyword: string }[]>
>

/**
 * Searches the generated client for a text that matches `before`. Returns the validator in the first `check:` after
 * this text.
 */
const checkAfter = (before: RegExp): ((value: unknown) => string[]) => {
  const name = new RegExp(`${before.source}[^}]*?check: (\\w+)`).exec(client)?.[1] ?? ''
  return (value) => validators[name]?.(value).map(({ keyword }) => keyword) ?? ['no check']
}
const request = checkAfter(/requestBody: \{/)
const response = checkAfter(/"201": \{/)

test('the check of a request does not require a readOnly property', () => {
  expect(request({ pin: '1', name: 'a' })).toEqual([])
  expect(request({ name: 'a' })).toEqual(['/required/pin'])
  expect(request({ pin: '1', name: 'a', owner: { pin: '2' } })).toEqual(['/properties/owner/required/name'])
})

test('the check of a response does not require a writeOnly property', () => {
  expect(response({ id: 1, name: 'a' })).toEqual([])
  expect(response({ name: 'a' })).toEqual(['/required/id'])
})

test('a schema with readOnly or writeOnly properties has one validator for responses and one for requests', () => {
  expect(validators['checkCard']?.({ name: 'a' }).map(({ keyword }) => keyword)).toEqual(['/required/id'])
  expect(validators['checkCardWritable']?.({ name: 'a' }).map(({ keyword }) => keyword)).toEqual(['/required/pin'])
})

test('the type of a request has no readOnly property, and the type of a response no writeOnly property', () => {
  const use = `
import { createCardsClient, type Card, type CardWritable } from './index.ts'
const client = createCardsClient({ baseUrl: 'https://cards.example' })
const sent: CardWritable = { pin: '1', name: 'a', owner: { pin: '2', name: 'b' }, of: { pin: '3', name: 'c' } }
export const received: Promise<Card> = client.addCard(sent).then(({ body }) => body)
export const id: Promise<number> = received.then((card) => card.id)
// @ts-expect-error: \`id\` is readOnly
await client.addCard({ id: 1, pin: '1', name: 'a' })
// @ts-expect-error: \`owner.id\` is readOnly
await client.addCard({ pin: '1', name: 'a', owner: { id: 1, pin: '2', name: 'b' } })
// @ts-expect-error: \`pin\` is writeOnly
await received.then((card) => card.pin)
`
  expect(compile([...files, { path: 'cards/use.ts', text: use }])).toEqual([])
})

test('a pattern that is invalid with the flag u is compiled without this flag', () => {
  expect(request({ pin: '1', name: 'a-_b' })).toEqual([])
  expect(request({ pin: '1', name: 'a b' })).toEqual(['/properties/name/pattern'])
})

test('the generated type of a HEAD response has no body', () => {
  expect(client).toContain('CountCardsAnswer =\n  | Answer<200, undefined>')
})
