import { isNumeric } from '../values/values.ts'
import { below, difference, fromTo, type CompareCase } from './comparing.ts'
import { compareItemCounts } from './compare-bounds.ts'
import { compareSubschemas } from './compare-conditions.ts'
import { flatOf, said, listedSchemas, schemaUnder, type Flat, type TypeCase } from './flat.ts'

/** Compares the array keywords of two schemas. JSON Schema 2020-12 Core §10.3.1, §11.2. */
export const compareArrays: CompareCase = (base, head, comparing) => {
  const count = Math.max(prefixLength(base), prefixLength(head))
  const prefix = Array.from({ length: count }, (_, index) =>
    below(comparing.compare(itemAt(base, index), itemAt(head, index)), index),
  )
  return [
    ...compareItemCounts(base, head, comparing),
    ...prefix.flat(),
    ...below(comparing.compare(itemAt(base, Infinity), itemAt(head, Infinity)), '*'),
    ...compareContains(base, head, comparing),
  ]
}

function prefixLength({ parts, flat: { side } }: TypeCase): number {
  return Math.max(0, ...parts.map((part) => listedSchemas(side, part, 'prefixItems').length))
}

/** Returns the schema of the item at an index. `Infinity` is any item after those in `prefixItems`. */
function itemAt({ parts, flat: { side } }: TypeCase, index: number): Flat {
  const roots = parts.flatMap(
    (part) => listedSchemas(side, part, 'prefixItems')[index] ?? schemaUnder(side, part, 'items') ?? [],
  )
  const open = roots.length === 0 ? parts.flatMap((part) => schemaUnder(side, part, 'unevaluatedItems') ?? []) : roots
  return flatOf(side, open)
}

const compareContains: CompareCase = (base, head, comparing) => {
  const schema = compareSubschemas('contains')(base, head, comparing)
  if (schema.length > 0) return schema
  return (['minContains', 'maxContains'] as const).flatMap((keyword) => {
    const [mine, theirs] = [said(base.parts, keyword)[0], said(head.parts, keyword)[0]]
    const absent = keyword === 'minContains' ? 1 : Infinity
    const [from, to] = [mine?.value ?? absent, theirs?.value ?? absent]
    if (!isNumeric(from) || !isNumeric(to) || from === to) return []
    const isNarrower = keyword === 'minContains' ? to > from : to < from
    return [
      difference([base, head], [mine, theirs], {
        aspect: 'bound',
        movement: isNarrower ? 'narrowed' : 'widened',
        keyword,
        ...fromTo(mine?.value, theirs?.value),
      }),
    ]
  })
}
