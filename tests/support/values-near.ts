import fc from 'fast-check'
import { isArray, isObject, type Json } from '../../src/json.ts'

/** Random values that a schema has something to say about: its own names, members and numbers, and their neighbours. */
export function valuesNear(schema: Json): fc.Arbitrary<Json> {
  const names = new Set<string>(['zz'])
  const scalars = new Set<Json>([null, true, false, 0, 1, -1, 1.5, '', 'a', 'abcdef', '😀😀', '2030-01-15T10:00:00Z'])
  collect(schema, names, scalars)
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
