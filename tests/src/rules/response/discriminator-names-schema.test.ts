import { describe, expect, test } from 'vitest'
import { contractOf } from '../../../../src/evidence/contract.ts'
import type { Json } from '../../../../src/json.ts'
import { discriminatorNamesSchema } from '../../../../src/rules/response/discriminator-names-schema.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ordersOperation } from '../../../support/orders-document.ts'
import { executionOf } from '../../../support/orders-execution.ts'

const PETS = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /orders/{orderId}:
    patch:
      operationId: updateOrder
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
components:
  schemas:
    Pet:
      KEYWORD: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }MORE]
      discriminator: { propertyName: kind, mapping: MAPPING }
    Cat: { type: object, required: [purrs], properties: { kind: { type: string }, purrs: { type: boolean } } }
    Dog: { type: object, required: [barks], properties: { kind: { type: string }, barks: { type: boolean } } }
    Puppy: { allOf: [{ $ref: '#/components/schemas/Dog' }] }
`

const FINDING = [
  'discriminator_names_schema warning updateOrder/responses/200/content/application~1json/schema/KEYWORD',
]

function found(body: Json, { keyword = 'oneOf', mapping = '{}', more = '' } = {}): string[] {
  const text = PETS.replace('KEYWORD', keyword).replace('MAPPING', mapping).replace('MORE', more)
  const { findings, verdict } = judge(contractOf(ordersOperation(text)), executionOf({ body }))
  if (findings.every(({ level }) => level === 'warning')) expect(verdict).toBe('passed')
  return findings.map(({ rule, level, clause }) => `${rule} ${level} ${clause.replace(keyword, 'KEYWORD')}`)
}

describe('the rule discriminator_names_schema', () => {
  test(`accepts the example: ${discriminatorNamesSchema.examples.passes}`, () =>
    expect(found({ kind: 'Cat', purrs: true })).toEqual([]))
  test(`reports the example: ${discriminatorNamesSchema.examples.fails}`, () =>
    expect(found({ kind: 'cat', purrs: true })).toEqual(FINDING))

  describe('the value of a discriminator', () => {
    test.each<[string, Json, Parameters<typeof found>[1]]>([
      ['may be a key of the mapping', { kind: 'cat', purrs: true }, { mapping: '{ cat: Cat }' }],
      [
        'may be the name of a schema that the mapping does not list',
        { kind: 'Dog', barks: true },
        { mapping: '{ cat: Cat }' },
      ],
      ['may name another component', { kind: 'Puppy', barks: true }, {}],
      ['may be absent', { purrs: true }, {}],
      ['may be any text if an inline branch matches', { kind: 'fish', fins: 2 }, { more: ', { required: [fins] }' }],
      [
        'may be a constant of a branch',
        { kind: 'fish', fins: 2 },
        { more: ', { required: [fins], properties: { kind: { const: fish }, fins: {} } }' },
      ],
    ])('%s', (_name, body, options) => expect(found(body, options)).toEqual([]))

    test.each<[string, Json, Parameters<typeof found>[1]]>([
      ['beside anyOf', { kind: 'x', purrs: true }, { keyword: 'anyOf' }],
      ['beside a mapping', { kind: 'dog', barks: true }, { mapping: '{ cat: Cat }' }],
      ['although there is an inline branch', { kind: 'x', purrs: true }, { more: ', { required: [fins] }' }],
    ])('is reported if it names no schema %s', (_name, body, options) => expect(found(body, options)).toEqual(FINDING))

    test('selects a branch that the object must match', () => {
      expect(found({ kind: 'Cat', barks: true })[0]).toContain('response_schema_conformance error')
    })
  })
})
