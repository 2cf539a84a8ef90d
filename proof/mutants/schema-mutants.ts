import { isArray, isObject, type Json, type JsonObject } from '../../src/json.ts'
import { pointer } from '../../src/document/json-pointer.ts'
import type { SchemaPlace } from './list-places.ts'
import { itemsOf, propertiesOf, type Edit, type Mutant } from './mutant.ts'

const OTHER_TYPE: Readonly<Record<string, string>> = {
  string: 'integer',
  integer: 'string',
  number: 'string',
  boolean: 'string',
  object: 'array',
  array: 'object',
}
const OTHER_FORMAT: Readonly<Record<string, string>> = { 'date-time': 'date', date: 'date-time', uuid: 'date' }

/** Makes one mutant for each possible change or addition of a keyword in a schema. */
export function schemaMutants(place: SchemaPlace): Mutant[] {
  const { at, value, of, isOfParameter } = place
  const make = (operator: string, direction: Mutant['direction'], ...edits: Edit[]): Mutant => ({
    operator: `${isOfParameter ? 'parameter-' : ''}${operator}`,
    direction,
    of,
    edits,
  })
  return [
    ...required(value, at, make),
    ...enumeration(value, at, make),
    ...format(value, at, make),
    ...types(value, at, make),
    ...bounds(value, at, make),
    ...propertyMutants(value, at, make),
    ...annotations(value, at, make),
  ]
}

type Make = (operator: string, direction: Mutant['direction'], ...edits: Edit[]) => Mutant

function typesOf(value: JsonObject): readonly Json[] {
  const { type } = value
  return isArray(type) ? type : type === undefined ? [] : [type]
}

function required(value: JsonObject, at: string, make: Make): Mutant[] {
  const dropped = itemsOf(value['required'], `${at}/required`).map((item) =>
    make('required-dropped', 'looser', { at: item.at }),
  )
  if (!typesOf(value).includes('object')) return dropped
  const names = isArray(value['required']) ? value['required'] : []
  const properties = isObject(value['properties']) ? Object.keys(value['properties']) : []
  const [optional = 'mutant'] = properties.filter((name) => !names.includes(name))
  return [...dropped, make('required-added', 'tighter', { at: `${at}/required`, value: [...names, optional] })]
}

function enumeration(value: JsonObject, at: string, make: Make): Mutant[] {
  if (!isArray(value['enum'])) return []
  const isText = value['enum'].some((member) => typeof member === 'string')
  return [
    make('enum-widened', 'looser', { at: `${at}/enum/-`, value: isText ? 'MUTANT' : 99 }),
    ...itemsOf(value['enum'], `${at}/enum`).map((item) => make('enum-narrowed', 'tighter', { at: item.at })),
  ]
}

function format(value: JsonObject, at: string, make: Make): Mutant[] {
  const { format: name } = value
  if (typeof name !== 'string') return []
  const other = OTHER_FORMAT[name]
  return [
    make('format-dropped', 'looser', { at: `${at}/format` }),
    ...(other === undefined ? [] : [make('format-changed', 'other', { at: `${at}/format`, value: other })]),
  ]
}

function types(value: JsonObject, at: string, make: Make): Mutant[] {
  const own = typesOf(value)
  const [main] = own.filter((type) => type !== 'null')
  if (typeof main !== 'string') return []
  const isNullable = own.includes('null')
  const withNull = isArray(value['enum']) ? [{ at: `${at}/enum/-`, value: null }] : []
  const withoutNull = itemsOf(value['enum'], `${at}/enum`).flatMap((item) =>
    item.value === null ? [{ at: item.at }] : [],
  )
  return [
    make('type-changed', 'other', {
      at: `${at}/type`,
      value: isNullable ? [OTHER_TYPE[main] ?? 'string', 'null'] : (OTHER_TYPE[main] ?? 'string'),
    }),
    make('type-dropped', 'looser', { at: `${at}/type` }),
    isNullable
      ? make('null-forbidden', 'tighter', { at: `${at}/type`, value: main }, ...withoutNull)
      : make('null-allowed', 'looser', { at: `${at}/type`, value: [main, 'null'] }, ...withNull),
  ]
}

function bounds(value: JsonObject, at: string, make: Make): Mutant[] {
  const own = propertiesOf(value, at).flatMap(({ name, at: place, value: bound }) => {
    if (typeof bound !== 'number' || !/^(min|max)/.test(name)) return []
    const step = name.startsWith('min') ? 1 : -1
    return [
      make('bound-dropped', 'looser', { at: place }),
      make('bound-moved', 'tighter', { at: place, value: bound + step }),
    ]
  })
  const [type] = typesOf(value)
  if (value['enum'] !== undefined) return own
  if (type === 'string' && value['format'] === undefined) {
    return [...own, make('bound-added', 'tighter', { at: `${at}/maxLength`, value: 3 })]
  }
  if (type === 'integer' || type === 'number') {
    return [...own, make('bound-added', 'tighter', { at: `${at}/maximum`, value: 1 })]
  }
  return type === 'array' ? [...own, make('bound-added', 'tighter', { at: `${at}/minItems`, value: 3 })] : own
}

function propertyMutants(value: JsonObject, at: string, make: Make): Mutant[] {
  if (!typesOf(value).includes('object')) return []
  const named = propertiesOf(value['properties'], `${at}/properties`)
  const requiredAt = itemsOf(value['required'], `${at}/required`)
  return [
    value['additionalProperties'] === false
      ? make('object-opened', 'looser', { at: `${at}/additionalProperties` })
      : make('object-closed', 'tighter', { at: `${at}/additionalProperties`, value: false }),
    make('property-added', 'other', {
      at: `${at}/properties/mutant`,
      value: { type: 'string', 'x-source': 'assumed' },
    }),
    ...named.map(({ name, at: place }) => {
      const listed = requiredAt.filter((item) => item.value === name).map((item) => ({ at: item.at }))
      return make('property-removed', 'looser', { at: place }, ...listed)
    }),
  ]
}

function annotations(value: JsonObject, at: string, make: Make): Mutant[] {
  const invariants = itemsOf(value['x-invariants'], `${at}/x-invariants`).flatMap((item) =>
    invariantMutants(item, make),
  )
  const flags = ['x-volatile', 'x-server-data', 'x-follows', 'x-unreachable'].flatMap((name) =>
    value[name] === undefined
      ? []
      : [make(`${name.slice(2)}-dropped`, name === 'x-server-data' ? 'other' : 'tighter', { at: at + pointer(name) })],
  )
  return [...invariants, ...flags]
}

/** Makes three mutants of an invariant: negated, removed, and without its condition. */
export function invariantMutants({ at, value }: { at: string; value: Json }, make: Make): Mutant[] {
  if (!isObject(value)) return []
  return [
    make('invariant-negated', 'other', { at: `${at}/rule`, value: `!(${String(value['rule']).trim()})` }),
    make('invariant-dropped', 'looser', { at }),
    ...(value['when'] === undefined ? [] : [make('condition-dropped', 'tighter', { at: `${at}/when` })]),
  ]
}
