import { expect, test } from 'vitest'
import { isObject, type Json } from '../../../src/json.ts'
import { drawValue } from '../../../src/schemas/draw-value.ts'
import { drawVariants } from '../../../src/schemas/draw-variants.ts'
import { listUnknownFields } from '../../../src/schemas/list-unknown-fields.ts'
import { schemaOf } from '../../support/document-of.ts'

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const options = { direction: 'request', seed: 1 } as const

/** A recursive base with subtypes, and a choice whose branches have no constants. */
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

/** True if a value, and the values inside, have the properties of the subtype that they name. */
function isWhatItSays(value: Json): boolean {
  if (!isObject(value)) return false
  const { kind, inside } = value
  const isOwn = (kind === 'l' && 'pages' in value) || (kind === 'Crate' && 'weight' in value)
  return isOwn && (inside === undefined || isWhatItSays(inside))
}

test('draws a subtype for a base schema, under its mapped name', () => {
  expect(drawValue(schemaOf(ref('Parcel'), OTHERS), options)).toEqual({ kind: 'l', pages: 1 })
  const variants = drawVariants(schemaOf(ref('Parcel'), OTHERS), options)
  expect(variants.length).toBeGreaterThan(1)
  for (const { value } of variants) expect([value, isWhatItSays(value)]).toEqual([value, true])
})

test('draws subtypes under their own names', () => {
  expect(drawValue(schemaOf(ref('Letter'), OTHERS), options)).toEqual({ kind: 'l', pages: 1 })
  expect(drawValue(schemaOf(ref('Crate'), OTHERS), options)).toMatchObject({ kind: 'Crate', weight: 1 })
})

test('draws branches of a choice under their mapped names', () => {
  for (const { value } of drawVariants(schemaOf(CHOICE, OTHERS), options)) {
    const { way } = value as { way: string }
    expect([way, 'amount' in (value as object), 'number' in (value as object)]).toEqual(
      way === 'coins' ? ['coins', true, false] : ['card', false, true],
    )
  }
})

test('draws each enum value of a discriminator with the properties of its subtype', () => {
  const named = {
    ...OTHERS,
    Parcel: { ...(OTHERS['Parcel'] as object), properties: { kind: { enum: ['l', 'Crate'] } } },
  }
  const kinds = drawVariants(schemaOf(ref('Parcel'), named), options).map(({ value }) => {
    expect(isWhatItSays(value)).toBe(true)
    return (value as { kind: string }).kind
  })
  expect(new Set(kinds)).toEqual(new Set(['l', 'Crate']))
})

test('counts properties of the named subtype, and of no other, as documented', () => {
  const unknown = (value: Json): string[] =>
    listUnknownFields(schemaOf(ref('Parcel'), OTHERS), value, 'response').map(({ at, name }) => `${at}/${name}`)
  expect(unknown({ kind: 'l', pages: 2, inside: { kind: 'Crate', weight: 2 } })).toEqual([])
  expect(unknown({ kind: 'l', weight: 2, inside: { kind: 'other', pages: 2 } })).toEqual(['/weight', '/inside/pages'])
})
