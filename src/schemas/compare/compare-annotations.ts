import { asText, isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import { isSameJson } from '../values/values.ts'
import { difference, fromTo, type CompareCase } from './comparing.ts'
import type { Aspect } from './difference.ts'
import { said, type Said } from './flat.ts'

/** Keywords that restrict no values. For each keyword, the aspect under which its changes are reported. */
const KEYWORDS: readonly (readonly [keyword: string, aspect: Aspect])[] = [
  ['default', 'default'],
  ['deprecated', 'deprecated'],
  ['discriminator', 'discriminator'],
  ['xml', 'layout'],
  ['title', 'text'],
  ['description', 'text'],
  ['example', 'text'],
  ['examples', 'text'],
]

/** Compares the keywords that restrict no values, such as `description` and `default`. */
export const compareAnnotations: CompareCase = (base, head) =>
  KEYWORDS.flatMap(([keyword, aspect]) => {
    const [mine, theirs] = [said(base.flat.parts, keyword)[0], said(head.flat.parts, keyword)[0]]
    if (isSame(mine, theirs)) return []
    const change = aspect === 'text' ? {} : fromTo(shortened(mine?.value), shortened(theirs?.value))
    return [difference([base, head], [mine, theirs], { aspect, movement: 'none', keyword, ...change })]
  })

function isSame(mine: Said | undefined, theirs: Said | undefined): boolean {
  if (mine === undefined || theirs === undefined) return isUnset(mine) && isUnset(theirs)
  return isSameJson(withoutNames(mine.value), withoutNames(theirs.value))
}

/**
 * Removes entries such as `Cat` → `#/components/schemas/Cat` from the `mapping` of a discriminator. They have no
 * effect, because a component name selects its component even without `mapping` (OpenAPI 3.1.1 §4.8.25). A value that
 * is not a discriminator is returned unchanged.
 */
function withoutNames(value: Json): Json {
  if (!isObject(value) || value['propertyName'] === undefined || !isObject(value['mapping'])) return value
  const { mapping, ...rest } = value
  const targets = Object.entries(mapping).map(
    ([name, target]) =>
      [name, /^[\w.-]+$/.test(asText(target)) ? `#/components/schemas/${asText(target)}` : target] as const,
  )
  const named = targets.filter(([name, target]) => target !== `#/components/schemas/${name}`)
  return { ...rest, ...(named.length === 0 ? {} : { mapping: Object.fromEntries(named) }) }
}

/** `deprecated: false` means the same as no `deprecated`. */
function isUnset(each: Said | undefined): boolean {
  return each === undefined || each.value === false
}

function shortened(value: Json | undefined): Json | undefined {
  return value !== undefined && stringifyJson(value).length > 80 ? undefined : value
}

/**
 * Compares the lists in `x-extensible-enum`. This annotation lists the values of a field that exist today. The server
 * may add other values later.
 */
export const compareExtensibleEnums: CompareCase = (base, head) => {
  const list = (parts: typeof base.flat.parts): Said[] =>
    said(parts, 'x-extensible-enum').flatMap(({ address, value }) =>
      isArray(value) ? value.map((each, index) => ({ value: each, address: `${address}/${index}` })) : [],
    )
  const [mine, theirs] = [list(base.flat.parts), list(head.flat.parts)]
  const isIn = (all: readonly Said[], { value }: Said): boolean => all.some((each) => isSameJson(each.value, value))
  if (mine.length === 0 || theirs.length === 0) return []
  const about = { aspect: 'extensible-value', keyword: 'x-extensible-enum' } as const
  return [
    ...mine
      .filter((each) => !isIn(theirs, each))
      .map((each) => difference([base, head], [each, undefined], { ...about, movement: 'narrowed', from: each.value })),
    ...theirs
      .filter((each) => !isIn(mine, each))
      .map((each) => difference([base, head], [undefined, each], { ...about, movement: 'widened', to: each.value })),
  ]
}
