import { asObject, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { StateDeclaration } from '../../operations/annotations.ts'
import { resolveLiterals } from '../literals/literals.ts'
import { oncePerPair } from './once-per-pair.ts'

/** The current time that the planning assumes, in milliseconds since 1970 UTC. */
export const SAMPLE_NOW = Date.UTC(2026, 0, 5, 9)
const ISO_NOW = new Date(SAMPLE_NOW).toISOString()

/** Example values of a provider state. They are taken from its `sample` in the document. */
export interface SampleState {
  readonly path: JsonObject
  readonly values: JsonObject
  readonly given: JsonObject
}

const samples = new WeakMap<StateDeclaration, SampleState>()

/**
 * Returns the example values of a provider state. If the document has no `sample`, the three objects are empty. Throws
 * `literal-invalid` for a malformed placeholder.
 */
export function sampleState(state: StateDeclaration): SampleState {
  const known = samples.get(state)
  if (known !== undefined) return known
  const sample = readSample(state)
  samples.set(state, sample)
  return sample
}

function readSample({ sample, name }: StateDeclaration): SampleState {
  const resolved = resolveLiterals(sample, { now: ISO_NOW }, `x-states/${name}/sample`)
  const { path, values, given } = asObject(resolved)
  return { path: asObject(path), values: asObject(values), given: asObject(given) }
}

/**
 * Replaces the placeholders in a request body with the example values of a provider state. Caches the result for each
 * field, because the requests of a plan have only a few different values. Throws `literal-invalid` if an example value
 * is missing.
 */
export function resolveOn(sample: SampleState, body: Json): Json {
  if (!isObject(body) || Object.keys(body).some((key) => key.startsWith('$'))) return resolveValue(sample, body)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, resolveValue(sample, value)]))
}

function resolveValue(sample: SampleState, value: Json): Json {
  const resolved = resolvedOrError(sample, value)
  if ('error' in resolved) throw resolved.error
  return resolved.value
}

/** Resolves a value. Caches errors too, because creating an error is slow. */
const resolvedOrError = oncePerPair((state: SampleState, value: Json): { value: Json } | { error: unknown } => {
  try {
    return { value: resolveLiterals(value, { now: ISO_NOW, state }) }
  } catch (error) {
    return { error }
  }
})

/**
 * Returns the possible values of a parameter of a provider state, the default first. For an enum or boolean, these are
 * all values. Otherwise, these are the default and the examples.
 */
export function parameterValues(schema: Json | undefined): readonly Json[] {
  if (!isObject(schema)) return []
  const { type, default: own, examples } = schema
  if (isArray(schema['enum'])) return own === undefined ? schema['enum'] : distinct([own, ...schema['enum']])
  if (type === 'boolean') return own === false ? [false, true] : [true, false]
  return distinct([...(own === undefined ? [] : [own]), ...(isArray(examples) ? examples : [])])
}

function distinct(values: readonly Json[]): Json[] {
  return values.filter((value, index) => values.indexOf(value) === index)
}
