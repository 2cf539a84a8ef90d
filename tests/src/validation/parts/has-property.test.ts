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
  ['a declared property is found', order, 'id', true],
  ['an undeclared property is not found', order, 'idd', false],
  ['a nested property is found through a $ref', order, 'line.sku', true],
  ['a nested property is found through a recursive $ref', order, 'line.parent.parent.sku', true],
  ['an unknown property of a nested object is not found', order, 'line.parent.sk', false],
  ['a scalar has no properties', order, 'id.value', false],
  ['a property may be in any schema of allOf', { allOf: [order, { properties: { note: {} } }] }, 'note', true],
  ['a name that no schema of allOf has is not found', { allOf: [order, { properties: { note: {} } }] }, 'not', false],
  ['with oneOf any property may exist', { ...(order as object), oneOf: [{}] }, 'idd', true],
  ['with patternProperties any property may exist', { ...(order as object), patternProperties: {} }, 'idd', true],
  [
    'with a schema for additional properties any property may exist',
    { ...(order as object), additionalProperties: {} },
    'x',
    true,
  ],
  [
    'a closed object has only its declared properties',
    { ...(order as object), additionalProperties: false },
    'x',
    false,
  ],
  ['an object without declared properties may have any property', { type: 'object' }, 'x.y', true],
  ['a property of the items of a list is found', { type: 'array', items: order }, '*.id', true],
  ['an unknown property of the items of a list is not found', { type: 'array', items: order }, '*.idd', false],
  ['a list has an item at every index', { type: 'array', items: order }, '7.id', true],
  ['a schema that refers to itself may have any property', { $ref: '#/components/schemas/Loop' }, 'a', true],
  ['the schema true has every property', true, 'a', true],
])('hasProperty: %s', (_fact, schema, path, has) => {
  expect(hasProperty(schemaOf(schema, others), path.split('.'))).toBe(has)
})
