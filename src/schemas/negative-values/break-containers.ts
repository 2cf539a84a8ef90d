import { tokens } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { needed, optional } from '../values/attempt.ts'
import { chain, flatMap } from '../values/iterables.ts'
import type { NegativeMaker } from './place.ts'

/**
 * The largest `maxItems` or `maxProperties` for which an invalid value is made. For a larger one, the value would be
 * too big.
 */
const MOST = 1000

export const breakRequired: NegativeMaker = ({ keyword, value }) => [
  needed('absent', [without(value, String(keyword.value))]),
]

export const breakDependentRequired: NegativeMaker = ({ keyword, value, draw }) => {
  const beside = tokens(keyword.pointer).at(-1) ?? ''
  const names = isArray(keyword.value) ? keyword.value.map(String) : []
  const has = isObject(value) && Object.hasOwn(value, beside)
  return [
    needed(
      'absent',
      flatMap(has ? [value] : draw({}, [beside, ...names]), (each) => names.map((name) => without(each, name))),
    ),
  ]
}

export const breakMinProperties: NegativeMaker = ({ keyword, value, draw }) => [
  needed(
    'too-few',
    chain(...fewer(value, Number(keyword.value) - 1), draw({ maxProperties: Number(keyword.value) - 1 })),
  ),
]

export const breakMaxProperties: NegativeMaker = ({ keyword, value, draw }) => {
  const most = Number(keyword.value)
  if (most >= MOST || !isObject(value)) return []
  const missing = most + 1 - Object.keys(value).length
  const sample = Object.values(value)[0] ?? 'x'
  const added = Array.from({ length: Math.max(0, missing) }, (_, index) => [`extra${index + 1}`, sample] as const)
  return [needed('too-many', chain(draw({ minProperties: most + 1 }), [{ ...value, ...Object.fromEntries(added) }]))]
}

/** Makes two invalid objects: one with an unknown property, and one whose property name is a misspelled valid name. */
export const breakUnknownProperties: NegativeMaker = ({ value, names }) => {
  if (!isObject(value)) return []
  const add = (name: string): Json => ({ ...value, [name]: 'x' })
  const close = names
    .flatMap((name) => [otherStyle(name), `${name}s`, `${name}_`])
    .filter((name) => !names.includes(name))
  return [
    needed(
      'unknown',
      ['unknownField', 'unknown_field', 'zzz', 'ZZZ', '$$$'].filter((name) => !names.includes(name)).map(add),
    ),
    ...(close.length === 0 ? [] : [optional('close', close.map(add))]),
  ]
}

/** Makes an object with a property whose schema is `false`, so that the object is invalid. */
export const breakForbidden: NegativeMaker = ({ keyword, value }) => {
  if (isArray(value)) return breakItems({ keyword, value } as Parameters<NegativeMaker>[0])
  const token = tokens(keyword.pointer).at(-1) ?? ''
  return isObject(value) ? [needed('present', [{ ...value, [token]: 'x' }])] : []
}

export const breakPropertyNames: NegativeMaker = ({ value }) => {
  if (!isObject(value)) return []
  const sample = Object.values(value)[0] ?? 'x'
  const names = ['!', 'NAME', 'name', '1', 'a b', '', 'a name that is far too long to be kept by any schema']
  return [
    needed(
      'bad-name',
      names.map((name) => ({ ...value, [name]: sample })),
    ),
  ]
}

export const breakMinItems: NegativeMaker = ({ keyword, value, draw }) => {
  const most = Number(keyword.value) - 1
  return [
    needed(
      'too-few',
      chain(isArray(value) ? [value.slice(0, most), value.slice(-most)] : [], draw({ maxItems: most })),
    ),
  ]
}

export const breakMaxItems: NegativeMaker = ({ keyword, value, draw }) => {
  const most = Number(keyword.value)
  if (most >= MOST || !isArray(value)) return []
  const grown = Array.from({ length: most + 1 }, (_, index) => value[index] ?? value.at(-1) ?? 'x')
  return [needed('too-many', chain(draw({ minItems: most + 1 }), [grown]))]
}

export const breakUniqueItems: NegativeMaker = ({ value, draw }) => {
  const repeats = (each: Json): Json[] => {
    if (!isArray(each)) return []
    const [first] = each
    if (first === undefined) return []
    return [
      [...each, first],
      [...each.slice(0, -1), first],
      [first, first],
    ]
  }
  return [needed('repeated', flatMap(chain([value], draw({ minItems: 2 }), draw({ minItems: 1 })), repeats))]
}

/** Makes an array with more items than the schema allows. */
export const breakItems: NegativeMaker = ({ value }) =>
  isArray(value)
    ? [
        needed(
          'one-more',
          ['x', 1, null, {}].flatMap((item) => [
            [...value, item],
            [...value, item, item],
          ]),
        ),
      ]
    : []

export const breakContains: NegativeMaker = ({ keyword, value, draw, drawSubschema, matchesSubschema }) => {
  if (!isArray(value)) return []
  const others = value.filter((item) => !matchesSubschema(item))
  const kept = value.filter(matchesSubschema)
  if (keyword.name === 'maxContains') {
    const missing = Number(keyword.value) + 1 - kept.length
    return [
      needed(
        'too-many',
        flatMap(drawSubschema(), (item) => [[...value, ...Array.from({ length: missing }, () => item)]]),
      ),
    ]
  }
  const left = keyword.name === 'minContains' ? Number(keyword.value) - 1 : 0
  const fillers: readonly Json[] = ['x', 0, null, {}, []].filter((item) => !matchesSubschema(item))
  const filled = fillers.flatMap((item) => [
    [...kept.slice(0, left), ...others, item],
    [...kept.slice(0, left), ...Array.from({ length: value.length - left }, () => item)],
  ])
  return [needed('too-few', chain([[...kept.slice(0, left), ...others]], filled, draw({})))]
}

function without(value: Json, name: string): Json {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) : value
}

/** Returns two smaller copies of an object. One lacks the last properties, the other lacks the first properties. */
function fewer(value: Json, most: number): JsonObject[][] {
  if (!isObject(value)) return []
  const entries = Object.entries(value)
  return [[Object.fromEntries(entries.slice(0, most)), Object.fromEntries(most === 0 ? [] : entries.slice(-most))]]
}

function otherStyle(name: string): string {
  return /[A-Z]/.test(name)
    ? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : name.includes('_')
      ? name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
      : name.replace(/^./, (letter) => letter.toUpperCase())
}
