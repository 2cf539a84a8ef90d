import { expect, test } from 'vitest'
import type { Json } from '../../../../src/json.ts'
import { hasProperty } from '../../../../src/validation/parts/has-property.ts'
import { schemaOf } from '../../../support/document-of.ts'

const order: Json = {
  type: 'object',
  properties: { id: { type: 'integer' }, line: { $ref: '#/components/schemas/Line' } },
}
const others: Readonly<Record<string, Json>> = {
  Line: { type: 'object', properties: { sku: { type: 'string' }, parent: { $ref: '#/components/schemas/Line' } } },
  Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }], properties: { a: {} } },
}

test.each<[fact: string, schema: Json, path: string, has: boolean]>([
  ['a declared member is there', order, 'id', true],
  ['a member that plain objects do not declare is not', order, 'idd', false],
  ['a member of a member is looked for behind its $ref', order, 'line.sku', true],
  ['however deep a schema refers to itself', order, 'line.parent.parent.sku', true],
  ['and not found where it is not', order, 'line.parent.sk', false],
  ['nothing is below a scalar', order, 'id.value', false],
  ['all parts of allOf speak of one object', { allOf: [order, { properties: { note: {} } }] }, 'note', true],
  ['a name that none of them has is not there', { allOf: [order, { properties: { note: {} } }] }, 'not', false],
  ['below oneOf anything may be', { ...(order as object), oneOf: [{}] }, 'idd', true],
  ['beside patternProperties anything may be', { ...(order as object), patternProperties: {} }, 'idd', true],
  ['where more members have a schema anything may be', { ...(order as object), additionalProperties: {} }, 'x', true],
  ['a closed object has what it declares', { ...(order as object), additionalProperties: false }, 'x', false],
  ['an object without properties may have any', { type: 'object' }, 'x.y', true],
  ['an item of a list is looked into', { type: 'array', items: order }, '*.id', true],
  ['and found wanting', { type: 'array', items: order }, '*.idd', false],
  ['a list has an item at every index', { type: 'array', items: order }, '7.id', true],
  ['a schema that leads back to itself ends', { $ref: '#/components/schemas/Loop' }, 'a', true],
  ['the schema true has everything', true, 'a', true],
])('%s', (_fact, schema, path, has) => {
  expect(hasProperty(schemaOf(schema, others), path.split('.'))).toBe(has)
})
