import { isObject } from '../../json.ts'
import { difference, type CompareCase } from './comparing.ts'
import { isNarrowing, isWidening, type Movement } from './difference.ts'
import { flatOf, schemaUnder, type Said, type TypeCase } from './flat.ts'
import type { FoundSchema } from '../nodes/follow-reference.ts'

/**
 * Returns a function that compares a keyword with one subschema, such as `propertyNames`. If the subschema becomes
 * stricter, the whole schema becomes stricter. The keyword `not` is the opposite: a stricter subschema makes the whole
 * schema less strict.
 */
export function compareSubschemas(keyword: string): CompareCase {
  return (base, head, comparing) => {
    const [mine, theirs] = [found(base, keyword), found(head, keyword)]
    const [one, other] = [mine[0], theirs[0]]
    if (one === undefined && other === undefined) return []
    if (one === undefined || other === undefined || mine.length !== theirs.length) {
      const movement = mine.length < theirs.length ? 'narrowed' : 'widened'
      return [difference([base, head], [place(one), place(other)], { aspect: 'condition', movement, keyword })]
    }
    return mine.flatMap((each, index) => {
      const twin = theirs[index] ?? other
      if (comparing.twins.areSame(each, twin)) return []
      const inner = comparing.compare(flatOf(base.flat.side, [each]), flatOf(head.flat.side, [twin]))
      const [narrowed, widened] = [inner.some(isNarrowing), inner.some(isWidening)]
      if (!narrowed && !widened) return []
      const plain: Movement = narrowed && widened ? 'unclear' : narrowed ? 'narrowed' : 'widened'
      const movement = keyword === 'not' ? (OPPOSITE[plain] ?? plain) : plain
      return [difference([base, head], [place(each), place(twin)], { aspect: 'condition', movement, keyword })]
    })
  }
}

const OPPOSITE: Readonly<Partial<Record<Movement, Movement>>> = { narrowed: 'widened', widened: 'narrowed' }

function found({ parts, flat: { side } }: TypeCase, keyword: string): FoundSchema[] {
  return parts.flatMap((part) => schemaUnder(side, part, keyword) ?? [])
}

function place(schema: FoundSchema | undefined): Said | undefined {
  return schema === undefined ? undefined : { address: schema.address, value: null }
}

const compareNot = compareSubschemas('not')

/**
 * Compares `if`, `then` and `else` of two schemas. If the `if` schemas differ, the result is `unclear`. JSON Schema
 * 2020-12 Core §10.2.2.
 */
const compareIf: CompareCase = (base, head, comparing) => {
  const own = ({ parts }: TypeCase) =>
    parts.filter(({ value }) => isObject(value['if']) && ('then' in value || 'else' in value))
  const [mine, theirs] = [own(base), own(head)]
  const [one, other] = [mine[0], theirs[0]]
  if (one === undefined && other === undefined) return []
  const at = [one && place({ ...one, value: true }), other && place({ ...other, value: true })] as const
  if (one === undefined || other === undefined || mine.length !== theirs.length) {
    const movement = mine.length < theirs.length ? 'narrowed' : 'widened'
    return [difference([base, head], at, { aspect: 'condition', movement, keyword: 'if' })]
  }
  const [condition, twin] = [schemaUnder(base.flat.side, one, 'if'), schemaUnder(head.flat.side, other, 'if')]
  if (condition === undefined || twin === undefined || !comparing.twins.areSame(condition, twin)) {
    return [difference([base, head], at, { aspect: 'condition', movement: 'unclear', keyword: 'if' })]
  }
  return ['then', 'else'].flatMap((keyword) => compareSubschemas(keyword)(base, head, comparing))
}

/** Compares `not`, `if`, `then` and `else`. */
export const compareConditions: CompareCase = (base, head, comparing) => [
  ...compareNot(base, head, comparing),
  ...compareIf(base, head, comparing),
]
