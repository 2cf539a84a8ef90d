import { childOf } from '../../document/document.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { FoundSchema } from '../nodes/follow-reference.ts'
import { compilePattern } from '../values/patterns.ts'
import { flatOf, schemaUnder, type Flat, type Part, type Said, type Side, type TypeCase } from './flat.ts'

/** The schema of one property, and how the property is declared. */
export interface PropertySaid {
  /** The schema of the property. */
  readonly flat: Flat
  /**
   * The keyword that gives the schema of the property. `named`: `properties`. `rest`: `patternProperties` or
   * `additionalProperties`. `open`: no keyword, so every value is allowed.
   */
  readonly by: 'named' | 'rest' | 'open'
  /** True if the schema forbids the property. */
  readonly forbidden: boolean
  readonly place: Said | undefined
}

/**
 * Returns the declared property names. Leaves out `readOnly` properties in requests and `writeOnly` properties in
 * responses.
 */
export function propertyNames({ parts, flat: { side } }: TypeCase): ReadonlySet<string> {
  const names = new Set(
    parts.flatMap(({ value }) => (isObject(value['properties']) ? Object.keys(value['properties']) : [])),
  )
  const annotation = side.direction === 'request' ? 'readOnly' : 'writeOnly'
  return new Set(
    [...names].filter((name) => {
      const flat = flatOf(
        side,
        parts.flatMap((part) => namedIn(side, part, name) ?? []),
      )
      return !flat.parts.some(({ value }) => value[annotation] === true)
    }),
  )
}

/** Returns the schema of the property `name`. JSON Schema 2020-12 Core §10.3.2, §11.3. */
export function propertyIn({ parts, flat: { side } }: TypeCase, name: string): PropertySaid {
  const named = parts.flatMap((part) => namedIn(side, part, name) ?? [])
  const matching = parts.flatMap((part) => matchingIn(side, part, name))
  // `additionalProperties` applies only to properties that match neither `properties` nor `patternProperties` of the
  // same schema object.
  const others = parts.flatMap((part) =>
    namedIn(side, part, name) === undefined && matchingIn(side, part, name).length === 0 ? restIn(side, part) : [],
  )
  const roots = [...named, ...matching, ...others]
  const own = roots.length === 0 ? unevaluatedIn(side, parts) : roots
  const flat = flatOf(side, own)
  const first = named[0]
  return {
    flat,
    by: named.length > 0 ? 'named' : own.some(({ value }) => !isEmpty(value)) ? 'rest' : 'open',
    forbidden: flat.never !== undefined,
    place: first === undefined ? undefined : { address: first.address, value: null },
  }
}

/** Returns the schema of all undeclared properties. */
export function restOf({ parts, flat: { side } }: TypeCase): Flat {
  const rest = parts.flatMap((part) => restIn(side, part))
  return flatOf(side, rest.length === 0 ? unevaluatedIn(side, parts) : rest)
}

function namedIn(side: Side, { address, value }: Part, name: string): FoundSchema | undefined {
  const properties = value['properties']
  if (!isObject(properties) || !Object.hasOwn(properties, name)) return undefined
  return schemaUnder(side, { address, value }, 'properties', name)
}

function matchingIn(side: Side, part: Part, name: string): FoundSchema[] {
  const patterns = part.value['patternProperties']
  if (!isObject(patterns)) return []
  return Object.keys(patterns)
    .filter((pattern) => compilePattern(pattern)?.test(name) === true)
    .flatMap((pattern) => schemaUnder(side, part, 'patternProperties', pattern) ?? [])
}

function restIn(side: Side, part: Part): FoundSchema[] {
  return [schemaUnder(side, part, 'additionalProperties') ?? []].flat()
}

/**
 * Returns the schemas under `unevaluatedProperties`. They apply to a property only if no other keyword applies to it.
 */
function unevaluatedIn(side: Side, parts: readonly Part[]): FoundSchema[] {
  return parts.flatMap((part) => schemaUnder(side, part, 'unevaluatedProperties') ?? [])
}

function isEmpty(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}

/** Returns the required property names, each with the address of its entry in `required`. */
export function requiredIn({ parts, flat: { side } }: TypeCase): ReadonlyMap<string, Said> {
  const names = new Map<string, Said>()
  for (const { address, value } of parts) {
    if (!isArray(value['required'])) continue
    value['required'].forEach((name, index) => {
      names.set(String(name), { address: childOf(address, 'required', index), value: name })
    })
  }
  for (const name of hiddenAmong(names.keys(), parts, side)) names.delete(name)
  return names
}

/**
 * Returns the properties that are not sent in this direction: `readOnly` properties in requests, `writeOnly` properties
 * in responses. OpenAPI 3.1.1 §4.8.24.
 */
function hiddenAmong(names: Iterable<string>, parts: readonly Part[], side: Side): string[] {
  const annotation = side.direction === 'request' ? 'readOnly' : 'writeOnly'
  return [...names].filter((name) =>
    flatOf(
      side,
      parts.flatMap((part) => namedIn(side, part, name) ?? []),
    ).parts.some(({ value }) => value[annotation] === true),
  )
}

/** True if a property has a default value. */
export function hasDefault(flat: Flat): boolean {
  return flat.parts.some(({ value }) => value['default'] !== undefined)
}
