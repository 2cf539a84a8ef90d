import fc from 'fast-check'
import { pointer } from '../../src/document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../src/json.ts'
import { arbitraryOf } from '../../src/schemas/draw/arbitrary-of.ts'
import { placeAt } from '../../src/schemas/values/place-value.ts'
import type { Schema } from '../../src/schemas/schema.ts'

/**
 * Generates values to which the keywords of a schema probably apply. Some are made from the names, texts and numbers in
 * the schema. The others are valid values with one change.
 */
export function valuesNear(schema: Schema, literal: Json): fc.Arbitrary<Json> {
  const random = neighbours(literal)
  const changed = fc
    .tuple(arbitraryOf(schema, 'request'), fc.nat(), fc.option(random, { nil: undefined }))
    .map(([value, at, other]) => {
      const places = placesIn(value)
      return placeAt(value, places[at % places.length] ?? '', other)
    })
  return fc.oneof(random, changed)
}

/** Generates values from the property names, texts and numbers that a schema contains, and from similar numbers. */
function neighbours(literal: Json): fc.Arbitrary<Json> {
  const names = new Set<string>(['zz'])
  const scalars = new Set<Json>([null, true, false, 0, 1, -1, 1.5, '', 'a', 'abcdef', '😀😀', '2030-01-15T10:00:00Z'])
  collect(literal, names, scalars)
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: fc.constantFrom(...scalars), weight: 4 },
      { arbitrary: fc.array(tie('tree'), { maxLength: 4 }), weight: 1 },
      {
        arbitrary: fc
          .array(fc.tuple(fc.constantFrom(...names), tie('tree')), { maxLength: 5 })
          .map((entries) => Object.fromEntries(entries)),
        weight: 3,
      },
    ),
  }))
  return tree
}

function placesIn(value: Json, at = ''): string[] {
  const below = isArray(value)
    ? value.flatMap((each, index) => placesIn(each, at + pointer(index)))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => placesIn(each, at + pointer(name)))
      : []
  return [at, ...below]
}

function collect(value: Json, names: Set<string>, scalars: Set<Json>): void {
  if (isArray(value)) value.forEach((each) => collect(each, names, scalars))
  else if (isObject(value)) {
    for (const [name, each] of Object.entries(value)) {
      names.add(name)
      collect(each, names, scalars)
    }
  } else {
    scalars.add(value)
    if (typeof value === 'number') [value - 1, value + 1, value * 2, value + 0.001].forEach((each) => scalars.add(each))
  }
}
