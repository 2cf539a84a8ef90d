import type { Json } from '../../json.ts'
import { difference, type CompareCase } from './comparing.ts'
import { said, type Said, type TypeCase, type ValueType } from './flat.ts'

/**
 * Compares the types that two schemas allow: `mine` and `theirs`. Example: `mine` is string and null, and `theirs` is
 * only string.
 */
export function compareTypes(mine: ReadonlySet<ValueType>, theirs: ReadonlySet<ValueType>): CompareCase {
  return (base, head) => {
    const removed = [...mine].filter((type) => !theirs.has(type))
    const added = [...theirs].filter((type) => !mine.has(type))
    const places = [placeOf(base), placeOf(head)] as const
    const [lost, fresh] = [withoutNull(removed), withoutNull(added)]
    // If each schema allows exactly one type, a change from or to null is reported only as a change of the type.
    const apart =
      mine.size > 1 || theirs.size > 1 ? (['null'] as const).filter((type) => mine.has(type) !== theirs.has(type)) : []
    return [
      ...apart.map((type) =>
        difference([base, head], places, {
          aspect: 'null',
          movement: mine.has(type) ? 'narrowed' : 'widened',
          keyword: 'type',
        }),
      ),
      ...(lost.length + fresh.length > 0
        ? [
            difference([base, head], places, {
              aspect: 'type',
              movement: lost.length === 0 ? 'widened' : fresh.length === 0 ? 'narrowed' : 'replaced',
              keyword: 'type',
              from: printed(mine),
              to: printed(theirs),
            }),
          ]
        : []),
    ]
  }
}

function withoutNull(types: readonly ValueType[]): ValueType[] {
  return types.filter((type) => type !== 'null')
}

/** Returns types in the notation of the keyword `type`. Integers and fractions together become `number`. */
function printed(types: ReadonlySet<ValueType>): Json {
  const names = [...types].flatMap((type) =>
    type === 'fraction' ? ['number'] : type === 'integer' && types.has('fraction') ? [] : [type],
  )
  return names.length === 7 - 1 ? 'any type' : names.length === 1 ? (names[0] ?? null) : names
}

function placeOf(of: TypeCase): Said | undefined {
  return (
    said(of.parts, 'type')[0] ?? said(of.parts, 'enum')[0] ?? said(of.parts, 'oneOf')[0] ?? said(of.parts, 'anyOf')[0]
  )
}
