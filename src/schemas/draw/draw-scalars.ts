import fc from 'fast-check'
import type { Document } from '../../document/document.ts'
import { isObject, smallestNumber, type Json } from '../../json.ts'
import type { SchemaNode } from '../nodes/schema-node.ts'
import { boundedTest } from '../values/bounded-test.ts'
import { compilePattern } from '../values/patterns.ts'
import { codePointLength, decimalOf, divides, isMultiple, isNumeric, plus, type Numeric } from '../values/values.ts'
import { keywordValues, largest, smallest } from './constraints.ts'
import { formatNamed } from '../formats.ts'

/** The maximum length of a generated string, unless `minLength` requires more. */
export const LONGEST = 10_000
/** The largest `minLength` for which strings are generated. */
const MOST_REQUIRED = 1_000_000

/**
 * Yields strings that probably satisfy the string keywords, the simplest first. With `many`, yields enough different
 * strings for a list with `uniqueItems`. The caller must validate the strings.
 */
export function* drawStrings(flat: readonly SchemaNode[], seed: number, many = false): Generator<string> {
  const least = largest(flat, 'minLength', 0)
  if (least > MOST_REQUIRED) return
  const most = Math.min(smallest(flat, 'maxLength', Infinity), Math.max(LONGEST, least))
  const formats = flat.flatMap(({ schema }) => (isObject(schema.value) ? (schema.value['format'] ?? []) : []))
  for (const format of formats) {
    for (const sample of formatNamed(String(format))?.samples ?? [])
      if (typeof sample === 'string') yield* sized(sample, least, most)
  }
  const patterns = keywordValues(flat, 'pattern').map(String)
  const compiled = patterns.flatMap((each) => compilePattern(each) ?? [])
  const isConstrained = many || patterns.length > 0 || least > 0 || most < LONGEST
  for (const format of isConstrained ? formats : []) {
    for (const value of formatNamed(String(format))?.more?.() ?? []) {
      const length = codePointLength(value)
      if (length >= least && length <= most && compiled.every((pattern) => boundedTest(pattern, value) === true))
        yield value
    }
  }
  for (const pattern of patterns) yield* matching(pattern, least, most, samplesIn(flat, seed))
  for (const word of WORDS) yield* sized(word, least, most)
  if (least === 0) yield ''
  for (let index = 1; many && index <= OTHERS; index++) yield* sized(`${index} text`, least, most)
}

/** The number of additional values for a list with `uniqueItems`. */
const OTHERS = 250

const WORDS = [
  'text',
  'a',
  'A',
  '1',
  '12',
  'AB',
  'a1',
  'A1',
  'Aa1!Aa1!',
  'word',
  'x',
  'Z',
  '0',
  'ab-cd',
  ' ',
  'é',
  '😀',
]

/**
 * Yields `word` with an allowed length: cut off if it is longer than `most`, repeated if it is shorter than `least`.
 */
function* sized(word: string, least: number, most: number): Generator<string> {
  const length = codePointLength(word)
  if (length >= least && length <= most) yield word
  if (length > most) yield [...word].slice(0, most).join('')
  if (length < least && word !== '') yield [...word.repeat(Math.ceil(least / length))].slice(0, least).join('')
}

function* matching(source: string, least: number, most: number, samples: Samples): Generator<string> {
  const pattern = compilePattern(source)
  if (pattern === undefined) return
  for (const form of [`^(?:${source})$`, source]) {
    const whole = compilePattern(form)
    if (whole === undefined) continue
    for (const size of ['xsmall', 'small', 'medium'] as const) {
      const drawn = samples(whole, size).filter((each) => boundedTest(pattern, each) === true)
      const fitting = drawn.filter((each) => codePointLength(each) >= least && codePointLength(each) <= most)
      yield* [...new Set(fitting)].sort(
        (one, other) => simplicity(other) - simplicity(one) || one.length - other.length,
      )
      for (const each of drawn) if (codePointLength(each) < least) yield* stretched(each, least)
    }
  }
}

type Size = 'xsmall' | 'small' | 'medium'
type Samples = (pattern: RegExp, size: Size) => readonly string[]

const known = new WeakMap<Document, Map<string, readonly string[]>>()

/**
 * Returns a function that generates strings for a pattern. Because this takes long, the function keeps its results in a
 * cache of the document.
 */
function samplesIn([node]: readonly SchemaNode[], seed: number): Samples {
  if (node === undefined) return (pattern, size) => samplesOf(pattern, size, seed)
  const { document } = node.schema
  const own = known.get(document) ?? new Map<string, readonly string[]>()
  known.set(document, own)
  return (pattern, size) => {
    const key = `${seed} ${size} ${pattern.source}`
    const samples = own.get(key) ?? samplesOf(pattern, size, seed)
    own.set(key, samples)
    return samples
  }
}

function samplesOf(pattern: RegExp, size: Size, seed: number): string[] {
  try {
    // fast-check discards strings that are longer than a given maximum length. If all strings that match are longer,
    // fast-check never ends. Therefore no maximum length is given.
    return fc.sample(fc.stringMatching(pattern, { size }), { seed, numRuns: 30 })
  } catch {
    // fast-check throws for patterns with look-around or back-references. Strings from other sources may still match.
    return []
  }
}

/** Yields longer versions of a string. Each version repeats one character. */
function* stretched(text: string, least: number): Generator<string> {
  const characters = [...text]
  for (const [at, character] of [...characters.entries()].reverse().slice(0, 8)) {
    yield [...characters.slice(0, at), character.repeat(least - characters.length), ...characters.slice(at)].join('')
  }
}

function simplicity(text: string): number {
  return /^[\w .:+-]*$/.test(text) && text !== '' ? 1 : 0
}

/**
 * Yields numbers that satisfy the number keywords, the simplest first. With `many`, yields enough different numbers for
 * a list with `uniqueItems`.
 */
export function* drawNumbers(flat: readonly SchemaNode[], integers: boolean, many = false): Generator<Numeric> {
  const lows = numbersOf(flat, 'minimum', 'exclusiveMinimum')
  const highs = numbersOf(flat, 'maximum', 'exclusiveMaximum')
  const low = Math.max(-Infinity, ...lows.map(Number))
  const high = Math.min(Infinity, ...highs.map(Number))
  const steps = numbersOf(flat, 'multipleOf')
  const exact = [...lows, ...highs].flatMap((bound) => [bound, plus(bound, 1), plus(bound, -1)])
  const isExact = exact.some((each) => typeof each === 'bigint')
  const middle = [(low + high) / 2, low + (high - low) / 10]
  const around = [1, 0, low, high, low + 1, high - 1, low + 0.5, high - 0.5, ...middle, -1, 2, 0.5]
  const doubles = steps.map(Number)
  const multiples = doubles
    .flatMap((step) => around.flatMap((value) => multiplesNear(value, step)))
    .toSorted((one, other) => Number(divides(other, doubles)) - Number(divides(one, doubles)))
  const exactMultiples = exact.flatMap((value) => steps.map((step) => multipleAbove(value, step)))
  const whole = around.flatMap((value) => [Math.ceil(value), Math.floor(value)])
  const first: readonly Numeric[] = steps.length > 0 ? multiples : around
  const others = many ? counted(low, high, doubles[0]) : []
  const all = [...first, ...whole, ...multiples, ...common(doubles), ...exact, ...exactMultiples, ...others]
  for (const value of new Set(all)) {
    if (typeof value === 'number' && !Number.isFinite(value)) continue
    // A double cannot represent this integer exactly. The server would receive another integer.
    if (isExact && Number.isInteger(value) && !Number.isSafeInteger(value)) continue
    if (lows.some((each) => value < each) || highs.some((each) => value > each)) continue
    if (integers && typeof value === 'number' && !Number.isInteger(value)) continue
    if (steps.every((step) => isMultiple(value, step))) yield Object.is(value, -0) ? 0 : value
  }
}

/**
 * Returns many different numbers: upwards from the lower bound, or below the upper bound if there is no lower bound. If
 * there are few integers between the bounds, also returns fractions.
 */
function counted(low: number, high: number, step = 1): number[] {
  const start = Number.isFinite(low)
    ? Math.ceil(low / step)
    : Number.isFinite(high)
      ? Math.floor(high / step) - OTHERS
      : 2
  const width = high - low
  return Array.from({ length: OTHERS }, (_, index) => index).flatMap((index) => [
    Number(((start + index) * step).toFixed(10)),
    ...(width <= OTHERS ? [low + (width * index) / OTHERS] : []),
  ])
}

function numbersOf(flat: readonly SchemaNode[], ...names: readonly string[]): Numeric[] {
  return names.flatMap((name) => keywordValues(flat, name)).filter(isNumeric)
}

/**
 * Returns the first multiple of `step` that is at least `value`, if both are integers and `value` is a bigint.
 * Otherwise returns `value`.
 */
function multipleAbove(value: Numeric, step: Numeric): Numeric {
  if (typeof value === 'number' || !(typeof step === 'bigint' || Number.isSafeInteger(step))) return value
  const rest = value % BigInt(step)
  return rest === 0n ? value : smallestNumber(value - rest + (value > 0n ? BigInt(step) : 0n))
}

function multiplesNear(value: number, step: number): number[] {
  const places = Math.max(0, decimalOf(step).places)
  const count = Math.floor(value / step)
  if (!Number.isFinite(count)) return []
  return [count, count + 1, count - 1, count + 2].map((times) => Number((times * step).toFixed(Math.min(places, 20))))
}

/** Returns a list with one common multiple of all steps. Returns an empty list for fewer than two steps. */
function common(steps: readonly number[]): number[] {
  return steps.length > 1 ? [steps.reduce((product, step) => product * step, 1)] : []
}

/** Returns all values of the type: null, or true and false. */
export function drawPlain(type: 'boolean' | 'null'): readonly Json[] {
  return type === 'null' ? [null] : [true, false]
}
