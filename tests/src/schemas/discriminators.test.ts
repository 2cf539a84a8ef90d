import { describe, expect, test } from 'vitest'
import { isObject, type Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawValue } from '../../../src/schemas/draw/draw-value.ts'
import { drawVariants } from '../../../src/schemas/draw/draw-variants.ts'
import { listUnknownFields } from '../../../src/schemas/list-unknown-fields.ts'
import { schemaOf } from '../../support/document-of.ts'

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const options = { direction: 'request', seed: 1 } as const

/**
 * The schemas that the tests reference: a recursive base schema with its subtypes, and the branches of a `oneOf`. No
 * branch has a `const` for the discriminator.
 */
const OTHERS: Readonly<Record<string, Json>> = {
  Parcel: {
    type: 'object',
    required: ['kind'],
    discriminator: { propertyName: 'kind', mapping: { l: '#/components/schemas/Letter' } },
    properties: { kind: { type: 'string' }, inside: ref('Parcel') },
  },
  Letter: {
    allOf: [ref('Parcel'), { type: 'object', required: ['pages'], properties: { pages: { type: 'integer' } } }],
  },
  Crate: {
    allOf: [ref('Parcel'), { type: 'object', required: ['weight'], properties: { weight: { type: 'number' } } }],
  },
  Cash: {
    type: 'object',
    required: ['way', 'amount'],
    properties: { way: { type: 'string' }, amount: { type: 'integer' } },
  },
  Card: {
    type: 'object',
    required: ['way', 'number'],
    properties: { way: { type: 'string' }, number: { type: 'string' } },
  },
}
const CHOICE: Json = {
  oneOf: [ref('Cash'), ref('Card')],
  discriminator: { propertyName: 'way', mapping: { coins: 'Cash', card: '#/components/schemas/Card' } },
}

/** True if each object in a value has the properties of the subtype that its discriminator names. */
function matchesNamedSubtypes(value: Json): boolean {
  if (!isObject(value)) return false
  const { kind, inside } = value
  const isOwn = (kind === 'l' && 'pages' in value) || (kind === 'Crate' && 'weight' in value)
  return isOwn && (inside === undefined || matchesNamedSubtypes(inside))
}

test('a value generated for a base schema matches one of its subtypes, and has the discriminator value that the mapping gives this subtype', () => {
  expect(drawValue(schemaOf(ref('Parcel'), OTHERS), options)).toEqual({ kind: 'l', pages: 1 })
  const variants = drawVariants(schemaOf(ref('Parcel'), OTHERS), options)
  expect(variants.length).toBeGreaterThan(1)
  for (const { value } of variants) expect([value, matchesNamedSubtypes(value)]).toEqual([value, true])
})

test('a value generated for a subtype has the discriminator value of this subtype', () => {
  expect(drawValue(schemaOf(ref('Letter'), OTHERS), options)).toEqual({ kind: 'l', pages: 1 })
  expect(drawValue(schemaOf(ref('Crate'), OTHERS), options)).toMatchObject({ kind: 'Crate', weight: 1 })
})

test('a value generated for a branch of a oneOf has the discriminator value from the mapping', () => {
  for (const { value } of drawVariants(schemaOf(CHOICE, OTHERS), options)) {
    const { way } = value as { way: string }
    expect([way, 'amount' in (value as object), 'number' in (value as object)]).toEqual(
      way === 'coins' ? ['coins', true, false] : ['card', false, true],
    )
  }
})

test('for each enum value of a discriminator, a value with the properties of its subtype is generated', () => {
  const named = {
    ...OTHERS,
    Parcel: { ...(OTHERS['Parcel'] as object), properties: { kind: { enum: ['l', 'Crate'] } } },
  }
  const kinds = drawVariants(schemaOf(ref('Parcel'), named), options).map(({ value }) => {
    expect(matchesNamedSubtypes(value)).toBe(true)
    return (value as { kind: string }).kind
  })
  expect(new Set(kinds)).toEqual(new Set(['l', 'Crate']))
})

test('a property that only another subtype has is undocumented', () => {
  const unknown = (value: Json): string[] =>
    listUnknownFields(schemaOf(ref('Parcel'), OTHERS), value, 'response').map(({ at, name }) => `${at}/${name}`)
  expect(unknown({ kind: 'l', pages: 2, inside: { kind: 'Crate', weight: 2 } })).toEqual([])
  expect(unknown({ kind: 'l', weight: 2, inside: { kind: 'other', pages: 2 } })).toEqual(['/weight', '/inside/pages'])
})

describe('a value with a discriminator', () => {
  const figures = {
    Dot: { type: 'object', required: ['kind', 'x'], properties: { kind: { type: 'string' }, x: { type: 'number' } } },
    Line: {
      type: 'object',
      required: ['kind', 'from'],
      properties: { kind: { type: 'string' }, from: { type: 'number' } },
    },
  }
  const figure = (keyword: string, mapping: Json | undefined): Json => ({
    [keyword]: [ref('Dot'), ref('Line')],
    discriminator: { propertyName: 'kind', ...(mapping === undefined ? {} : { mapping }) },
  })
  const broken = (literal: Json, value: Json): string[] =>
    compileSchema(schemaOf(literal, figures))
      .check(value, 'response')
      .map((each) => each.keyword.pointer)
  test.each([
    ['oneOf', undefined, 'Dot'],
    ['anyOf', undefined, 'Dot'],
    ['oneOf', { point: 'Dot', line: '#/components/schemas/Line' }, 'point'],
    ['anyOf', { point: '#/components/schemas/Dot' }, 'point'],
  ])('must match the branch that the discriminator names: keyword %s, mapping %j', (keyword, mapping, name) => {
    expect(broken(figure(keyword, mapping), { kind: name, x: 1 })).toEqual([])
    expect(broken(figure(keyword, mapping), { kind: name, from: 1 })).toEqual([`/${keyword}/0/required/x`])
  })
  test('may match any branch if its discriminator value names no branch', () => {
    expect(broken(figure('oneOf', undefined), { kind: 'dot', x: 1 })).toEqual([])
  })
})

test('a discriminator value selects the branch whose schema has this value as its `const`', () => {
  const constants = {
    Circle: { type: 'object', required: ['kind'], properties: { kind: { const: 'circle' } } },
    Square: { allOf: [{ type: 'object', required: ['kind'], properties: { kind: { enum: ['square'] } } }] },
  }
  const choice: Json = { oneOf: [ref('Circle'), ref('Square')], discriminator: { propertyName: 'kind' } }
  const schema = schemaOf(choice, constants)
  expect(drawValue(schema, options)).toEqual({ kind: 'circle' })
  expect(drawVariants(schema, options).map(({ value }) => value)).toContainEqual({ kind: 'square' })
})
