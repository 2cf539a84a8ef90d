import { isArray, isObject, stringifyJson, type Json, type JsonObject } from '../../json.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import { edgeCaseStrings } from '../values/edge-case-strings.ts'
import { resolveLiterals } from '../literals/literals.ts'
import { respell } from '../literals/respell.ts'
import type { Choice } from './dimension.ts'
import { SAMPLE_NOW, type SampleState } from './sample-state.ts'

/** A body field, and the values that a provider state has for it. */
export interface FieldFacts {
  readonly name: string
  readonly field: JsonObject
  readonly schema: Schema
  readonly sample: SampleState
  /** The names of the values that the provider state always has and that are never null. */
  readonly required: readonly string[]
  /** The minimum number of values that the provider state has for the field. */
  readonly least: number
  readonly seed: number
}

/** Strings that a server may wrongly trim, or convert to another type. */
const TEXTS = ['Prefers the ground floor', '7', 'null', '2026-01-08T10:00:00Z', ' with blanks ']

/**
 * Instants that servers often handle wrongly: after a change to or from summer time, on a leap day, around New Year,
 * far in the past or future. RFC 3339 §5.6 allows all of them.
 */
const INSTANTS: readonly (readonly [name: string, value: Json])[] = [
  ['long-past', '2001-01-01T00:00:00Z'],
  ['past', { $time: '-P1D', at: '10:00', zone: 'Z' }],
  ['soon', { $time: 'PT1H', zone: 'Z' }],
  ['other-half-of-the-year', { $time: 'P200D', at: '23:45:30', zone: 'Z' }],
  ['leap-day', '2096-02-29T10:15:30Z'],
  ['end-of-a-year', '2091-12-31T23:59:59Z'],
  ['start-of-a-year', '2092-01-01T00:00:00Z'],
]

/**
 * Returns the choices for a field: the field is absent, or has one of several kinds of valid values. Removes
 * duplicates.
 */
export function fieldChoices(facts: FieldFacts): Choice[] {
  const { field, schema, sample } = facts
  const isValid = (value: Json): boolean => compileSchema(schema).isValid(value, 'request')
  const seen = new Set<string>()
  const listed = candidatesFor(facts).filter(({ value }) => {
    const shown = resolveLiterals(value, { now: new Date(SAMPLE_NOW).toISOString(), state: sample })
    if (!isValid(shown)) return false
    const key =
      field['format'] === 'date-time' ? String(respell(String(shown), 0, { zone: 'Z' })) : stringifyJson(shown)
    return !seen.has(key) && seen.add(key)
  })
  return [{ name: 'absent' }, ...listed]
}

type Candidate = Choice & { readonly value: Json }

function candidatesFor(facts: FieldFacts): Candidate[] {
  const { field, schema, seed } = facts
  if (isArray(field['enum'])) return field['enum'].map((value) => ({ name: String(value), value: asIs(value) }))
  const isTime = field['format'] === 'date-time'
  if (field['x-server-data'] === true) {
    return [
      ...existing(facts, isTime),
      ...(isTime ? INSTANTS.map(([name, value]) => ({ name, value })) : fresh(schema, seed)),
    ]
  }
  if (isTime) return INSTANTS.map(([name, value]) => ({ name, value }))
  const texts = [...TEXTS.map((value) => ({ name: nameOf(value), value })), ...edgeCaseStrings(schema)]
  const drawn = drawValue(schema, { direction: 'request', seed })
  return field['type'] === 'string' && field['format'] === undefined
    ? texts.map(({ name, value }) => ({ name, value }))
    : drawn === undefined
      ? []
      : [{ name: 'drawn', value: asIs(drawn) }]
}

/**
 * Returns a choice for each value in the provider state that the field can have. The value of the choice is a
 * placeholder: `{ $state: "/given/id" }`.
 */
function existing({ name, sample, required, least }: FieldFacts, isTime: boolean): Candidate[] {
  const { values, given } = sample
  const found: Candidate[] = []
  const add = (path: string, isAlways = true): void => {
    const optional = isAlways ? {} : ({ isOptional: true } as const)
    found.push({ name: path.slice(1).replaceAll('/', '-'), value: { $state: path }, ...optional })
  }
  if (given[name] !== undefined && given[name] !== null) add(`/given/${name}`, required.includes(name))
  const listed = values[name]
  if (isArray(listed)) listed.forEach((_, index) => add(`/values/${name}/${index}`, index < least))
  for (const [key, list] of Object.entries(given)) {
    if (!isArray(list)) continue
    list.forEach((row, index) => {
      if (!isObject(row) || row[name] === undefined || row[name] === null) return
      add(`/given/${key}/${index}/${name}`)
      if (isTime) found.push(...around(`/given/${key}/${index}`, name, row))
    })
  }
  for (const [key, value] of Object.entries(given)) {
    if (isTime && key !== name && typeof value === 'string' && isInstant(value))
      add(`/given/${key}`, required.includes(key))
  }
  return found
}

/**
 * Returns instants around a period. For a period from 10:00 to 11:00, these are the end (11:00), the middle (10:30),
 * the start minus half of the length (9:30), and the start minus the whole length (9:00).
 */
function around(at: string, name: string, row: JsonObject): Candidate[] {
  const start = Date.parse(String(row[name]))
  return Object.entries(row).flatMap(([key, value]): Candidate[] => {
    if (key === name || typeof value !== 'string' || !isInstant(value)) return []
    const minutes = Math.round((Date.parse(value) - start) / 60_000)
    if (minutes < 2) return []
    const from = { $state: `${at}/${name}` }
    const label = at.slice(1).replaceAll('/', '-')
    return [
      { name: `${label}-${key}`, value: { $state: `${at}/${key}` } },
      { name: `within-${label}`, value: { $instant: from, plus: `PT${Math.floor(minutes / 2)}M` } },
      { name: `into-${label}`, value: { $instant: from, plus: `-PT${Math.floor(minutes / 2)}M` } },
      { name: `up-to-${label}`, value: { $instant: from, plus: `-PT${minutes}M` } },
    ]
  })
}

/**
 * Returns a list with one value that probably does not exist on the server. The list is empty if the schema allows no
 * such value.
 */
function fresh(schema: Schema, seed: number): Candidate[] {
  const uuid = `00000000-0000-4000-8000-${String(seed % 1_000_000).padStart(12, '0')}`
  const value = [2_000_000_011 + seed, uuid, `no-such-value-${seed}`].find((each) =>
    compileSchema(schema).isValid(each, 'request'),
  )
  return value === undefined ? [] : [{ name: 'unknown', value }]
}

function isInstant(text: string): boolean {
  return respell(text, 0, {}) !== undefined
}

function nameOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}

function asIs(value: Json): Json {
  return isObject(value) || isArray(value) ? { $json: value } : value
}
