import { isArray, isObject } from '../../json.ts'
import { flatOf, homeOf, said, schemaUnder, type Said, type TypeCase } from './flat.ts'
import { below, difference, type CompareCase, type Comparing } from './comparing.ts'
import { comparePropertyCounts } from './compare-bounds.ts'
import { compareSubschemas } from './compare-conditions.ts'
import type { SchemaDifference } from './difference.ts'
import { hasDefault, propertyIn, propertyNames, requiredIn, restOf } from './properties-of.ts'

/** Compares the object keywords of two schemas. */
export const compareObjects: CompareCase = (base, head, comparing) => [
  ...compareProperties(base, head, comparing),
  ...compareRest(base, head, comparing),
  ...comparePatternProperties(base, head, comparing),
  ...comparePropertyCounts(base, head, comparing),
  ...compareSubschemas('propertyNames')(base, head, comparing),
  ...compareDependencies(base, head, comparing),
]

const compareProperties: CompareCase = (base, head, comparing) => {
  const [mine, theirs] = [propertyNames(base), propertyNames(head)]
  const [needed, needs] = [requiredIn(base), requiredIn(head)]
  return [...new Set([...mine, ...theirs, ...needed.keys(), ...needs.keys()])].flatMap((name) => {
    const places = [needed.get(name), needs.get(name)] as const
    const isMine = mine.has(name)
    const isTheirs = theirs.has(name)
    const found = isMine || isTheirs ? compareProperty(base, head, name, [isMine, isTheirs], comparing) : []
    const required = requiredChange(base, head, name, places)
    // If a property is removed or added together with its entry in `required`, only the property is reported.
    const isGone = found.some(
      ({ aspect, movement }) =>
        (aspect === 'property' && movement === 'widened') || (aspect === 'closed-property' && movement === 'narrowed'),
    )
    return isGone ? found : [...found, ...required]
  })
}

function requiredChange(
  base: TypeCase,
  head: TypeCase,
  name: string,
  [mine, theirs]: readonly [Said | undefined, Said | undefined],
): SchemaDifference[] {
  if ((mine === undefined) === (theirs === undefined)) return []
  const about = {
    aspect: 'required',
    movement: mine === undefined ? 'narrowed' : 'widened',
    keyword: 'required',
    name,
    hasDefault: hasDefault(propertyIn(head, name).flat),
  } as const
  return below([difference([base, head], [mine, theirs], about)], name)
}

function compareProperty(
  base: TypeCase,
  head: TypeCase,
  name: string,
  [isMine, isTheirs]: readonly [boolean, boolean],
  comparing: Comparing,
): SchemaDifference[] {
  const [mine, theirs] = [propertyIn(base, name), propertyIn(head, name)]
  if (isMine && isTheirs) return below(comparing.compare(mine.flat, theirs.flat), name)
  const [own, other] = isMine ? [mine, theirs] : [theirs, mine]
  const required = requiredIn(isMine ? base : head).has(name)
  const places = [mine.place, theirs.place] as const
  // `named` means here that the other schema declares the property too, but with `readOnly` or `writeOnly`, so that it
  // is not sent in this direction. It therefore counts as undeclared.
  const by = other.by === 'named' ? 'open' : other.by
  if (by === 'rest' && !other.forbidden && !own.forbidden) {
    const inner = below(comparing.compare(mine.flat, theirs.flat), name)
    if (inner.length > 0) return inner
  }
  const isClosed = by === 'rest' && other.forbidden
  const movement = isClosed === isMine ? 'narrowed' : 'widened'
  if (own.forbidden) {
    const about = { aspect: 'rest', movement: isMine ? 'widened' : 'narrowed', keyword: 'properties', name } as const
    return below([difference([base, head], places, about)], name)
  }
  const about = {
    aspect: isClosed ? 'closed-property' : 'property',
    movement,
    keyword: 'properties',
    name,
    required,
  } as const
  return below([difference([base, head], places, about)], name)
}

/**
 * Compares the rules for undeclared properties: `additionalProperties`, or `unevaluatedProperties` if a schema has it.
 */
const compareRest: CompareCase = (base, head, comparing) => {
  const [mine, theirs] = [restOf(base), restOf(head)]
  const keyword = [...theirs.roots, ...mine.roots].some(({ address }) => address.endsWith('unevaluatedProperties'))
    ? 'unevaluatedProperties'
    : 'additionalProperties'
  const places = [mine, theirs].map((rest) =>
    rest.roots.length === 0 ? undefined : { address: homeOf(rest), value: null },
  )
  const [one, other] = [mine.never !== undefined, theirs.never !== undefined]
  if (one && other) return []
  if (one || other) {
    const about = { aspect: 'rest', movement: other ? 'narrowed' : 'widened', keyword } as const
    return [difference([base, head], [places[0], places[1]], about)]
  }
  return below(comparing.compare(mine, theirs), '*')
}

const comparePatternProperties: CompareCase = (base, head, comparing) => {
  const [mine, theirs] = [patternsIn(base), patternsIn(head)]
  return [...new Set([...mine, ...theirs])].flatMap((pattern) => {
    const all = [base, head].map(({ parts, flat: { side } }) =>
      flatOf(
        side,
        parts.flatMap((part) => schemaUnder(side, part, 'patternProperties', pattern) ?? []),
      ),
    )
    const [one, other] = all
    if (one === undefined || other === undefined) return []
    if (mine.has(pattern) && theirs.has(pattern)) return below(comparing.compare(one, other), '*')
    const places = all.map((flat) => (flat.roots.length === 0 ? undefined : { address: homeOf(flat), value: null }))
    const about = {
      aspect: 'rest',
      movement: mine.has(pattern) ? 'widened' : 'narrowed',
      keyword: 'patternProperties',
      name: pattern,
    } as const
    return [difference([base, head], [places[0], places[1]], about)]
  })
}

function patternsIn({ parts }: TypeCase): ReadonlySet<string> {
  return new Set(said(parts, 'patternProperties').flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])))
}

/** Compares `dependentRequired` and `dependentSchemas`. JSON Schema 2020-12 Validation §6.5.4, Core §10.2.2.4. */
const compareDependencies: CompareCase = (base, head, comparing) => {
  const [mine, theirs] = [dependenciesIn(base), dependenciesIn(head)]
  const needs = [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((name) => {
    const [from, to] = [mine.get(name), theirs.get(name)]
    const added = [...(to?.names ?? [])].some((each) => from?.names.has(each) !== true)
    const removed = [...(from?.names ?? [])].some((each) => to?.names.has(each) !== true)
    if (!added && !removed) return []
    const movement = added ? (removed ? 'replaced' : 'narrowed') : 'widened'
    const about = { aspect: 'condition', movement, keyword: 'dependentRequired', name } as const
    return [difference([base, head], [from?.said, to?.said], about)]
  })
  const names = [base, head].flatMap(({ parts }) =>
    said(parts, 'dependentSchemas').flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])),
  )
  const schemas = [...new Set(names)].flatMap((name) => {
    const [one, other] = [base, head].map(({ parts, flat: { side } }) =>
      flatOf(
        side,
        parts.flatMap((part) => schemaUnder(side, part, 'dependentSchemas', name) ?? []),
      ),
    )
    return one === undefined || other === undefined ? [] : comparing.compare(one, other)
  })
  return [...needs, ...schemas]
}

function dependenciesIn({ parts }: TypeCase): ReadonlyMap<string, { names: ReadonlySet<string>; said: Said }> {
  return new Map(
    said(parts, 'dependentRequired').flatMap((each) =>
      isObject(each.value)
        ? Object.entries(each.value).map(([name, list]) => {
            const names = new Set(isArray(list) ? list.map(String) : [])
            return [name, { names, said: each }] as const
          })
        : [],
    ),
  )
}
