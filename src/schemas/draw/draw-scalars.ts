import fc from 'fast-check'
import type { Document } from '../../document/document.ts'
import type { Json } from '../../json.ts'
import type { Part } from '../nodes/schema-node.ts'
import { compilePattern } from '../values/patterns.ts'
import { decimalOf, divides, isMultiple, lengthOf } from '../values/values.ts'
import { asksOf, largest, smallest } from './constraints.ts'
import { FORMAT_SAMPLES } from './format-samples.ts'

/** Longer bounds than this are not drawn up to: the value would say nothing more and weigh much. */
export const LONGEST = 10_000

/** Strings that may keep every keyword about strings, plainest first; who asks for them checks. */
export function* drawStrings(flat: readonly Part[], seed: number): Generator<string> {
  const least = largest(flat, 'minLength', 0)
  const most = Math.min(smallest(flat, 'maxLength', Infinity), Math.max(LONGEST, least))
  for (const format of [...asksOf(flat, 'format'), ...unknownFormats(flat)]) {
    for (const sample of FORMAT_SAMPLES[String(format)] ?? [])
      if (typeof sample === 'string') yield* sized(sample, least, most)
  }
  const patterns = asksOf(flat, 'pattern').map(String)
  for (const pattern of patterns) yield* matching(pattern, least, most, samplesIn(flat, seed))
  for (const word of WORDS) yield* sized(word, least, most)
  if (least === 0) yield ''
}

/** Formats that are not checked; for some of them we know a text that everybody takes. */
function unknownFormats(flat: readonly Part[]): Json[] {
  return flat.flatMap(({ faulty }) => faulty.filter(({ name }) => name === 'format').map(({ value }) => value))
}

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

/** A word as it is where it fits, and cut or filled up to both bounds. */
function* sized(word: string, least: number, most: number): Generator<string> {
  const length = lengthOf(word)
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
      const drawn = samples(whole, size).filter((each) => pattern.test(each))
      const fitting = drawn.filter((each) => lengthOf(each) >= least && lengthOf(each) <= most)
      yield* [...new Set(fitting)].sort((one, other) => plainness(other) - plainness(one) || one.length - other.length)
      for (const each of drawn) if (lengthOf(each) < least) yield* stretched(each, least)
    }
  }
}

type Size = 'xsmall' | 'small' | 'medium'
type Samples = (pattern: RegExp, size: Size) => readonly string[]

const known = new WeakMap<Document, Map<string, readonly string[]>>()

/** Strings that match a pattern: drawn once for each document, because making them takes long. */
function samplesIn([part]: readonly Part[], seed: number): Samples {
  if (part === undefined) return (pattern, size) => samplesOf(pattern, size, seed)
  const { document } = part.schema
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
    // Without a longest length: fast-check filters by it, and for a length that no match has it would never end.
    return fc.sample(fc.stringMatching(pattern, { size }), { seed, numRuns: 30 })
  } catch {
    // WatchResult-around and back-references are not drawn; plain words may still match.
    return []
  }
}

/** A string that is too short, with one of its characters repeated. */
function* stretched(text: string, least: number): Generator<string> {
  const characters = [...text]
  for (const [at, character] of [...characters.entries()].reverse().slice(0, 8)) {
    yield [...characters.slice(0, at), character.repeat(least - characters.length), ...characters.slice(at)].join('')
  }
}

function plainness(text: string): number {
  return /^[\w .:+-]*$/.test(text) && text !== '' ? 1 : 0
}

/** Numbers that may keep every keyword about numbers, plainest first. */
export function* drawNumbers(flat: readonly Part[], integers: boolean): Generator<number> {
  const low = Math.max(largest(flat, 'minimum', -Infinity), largest(flat, 'exclusiveMinimum', -Infinity))
  const high = Math.min(smallest(flat, 'maximum', Infinity), smallest(flat, 'exclusiveMaximum', Infinity))
  const steps = asksOf(flat, 'multipleOf').map(Number)
  const around = [
    1,
    0,
    low,
    high,
    low + 1,
    high - 1,
    low + 0.5,
    high - 0.5,
    (low + high) / 2,
    low + (high - low) / 10,
    -1,
    2,
    0.5,
  ]
  const multiples = steps
    .flatMap((step) => around.flatMap((value) => multiplesNear(value, step)))
    .toSorted((one, other) => Number(divides(other, steps)) - Number(divides(one, steps)))
  const whole = around.flatMap((value) => [Math.ceil(value), Math.floor(value)])
  for (const value of new Set([...(steps.length > 0 ? multiples : around), ...whole, ...multiples, ...common(steps)])) {
    if (!Number.isFinite(value) || value < low || value > high || (integers && !Number.isInteger(value))) continue
    if (steps.every((step) => isMultiple(value, step))) yield Object.is(value, -0) ? 0 : value
  }
}

function multiplesNear(value: number, step: number): number[] {
  const places = Math.max(0, decimalOf(step).places)
  const count = Math.floor(value / step)
  if (!Number.isFinite(count)) return []
  return [count, count + 1, count - 1, count + 2].map((times) => Number((times * step).toFixed(Math.min(places, 20))))
}

/** A multiple of all steps, where they are whole. */
function common(steps: readonly number[]): number[] {
  return steps.length > 1 ? [steps.reduce((product, step) => product * step, 1)] : []
}

/** Values of the types that have few. */
export function drawPlain(type: 'boolean' | 'null'): readonly Json[] {
  return type === 'null' ? [null] : [true, false]
}
