import { isArray, isObject, parseJson, type Json } from '../json.ts'
import { tokens } from './json-pointer.ts'
import type { ParsedFile, Position } from './parsed-file.ts'

/**
 * Parses a JSON file many times faster than a YAML parser does. Returns undefined if the text is not JSON, or if the YAML
 * parser must judge it: because of a repeated key, deep nesting, or a number that is too large for a double.
 */
export function readJson(text: string): ParsedFile | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  const value = parseJson(text)
  // `JSON.parse` keeps the last of several equal keys. The text then has more colons than the value has keys.
  if (value === undefined || countKeys(value) !== countColons(text)) return undefined
  let lines: readonly number[] | undefined
  const children = new Map<number, ReadonlyMap<string, Child>>()
  return {
    value,
    positionOf: (at) => {
      lines ??= startsOfLines(text)
      return positionAt(offsetOf(text, at, children), lines)
    },
  }
}

/** Returns the number of keys. Returns NaN, which equals no count, if the value contains an infinite number. */
function countKeys(value: Json): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Number.NaN
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + countKeys(item), 0)
  if (!isObject(value)) return 0
  const members = Object.values(value)
  return members.reduce<number>((sum, member) => sum + countKeys(member), members.length)
}

/** Returns the number of colons outside strings. */
function countColons(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at)
    else if (text[at] === ':') count++
  }
  return count
}

/** Returns the offset of the quotation mark that ends the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at
  }
}

/** A property or item of an object or array in the text. */
interface Child {
  /** The offset of the key, or of the item if it has no key. */
  readonly start: number
  /** The offset of the value. */
  readonly value: number
}

/** Returns the offset of the value at a JSON Pointer, or of its nearest ancestor in the text. */
function offsetOf(text: string, at: string, children: Map<number, ReadonlyMap<string, Child>>): number {
  let found: Child = { start: text.search(/\S/), value: text.search(/\S/) }
  for (const token of tokens(at)) {
    const own = children.get(found.value) ?? childrenAt(text, found.value)
    children.set(found.value, own)
    const next = own.get(token)
    if (next === undefined) break
    found = next
  }
  return found.start
}

/** Returns the children of the object or array that starts at an offset. Any other value has no children. */
function childrenAt(text: string, start: number): ReadonlyMap<string, Child> {
  const found = new Map<string, Child>()
  const isList = text[start] === '['
  if (!isList && text[start] !== '{') return found
  for (let at = skipSpace(text, start + 1); text[at] !== '}' && text[at] !== ']';) {
    const end = isList ? at : endOfString(text, at) + 1
    const value = isList ? at : skipSpace(text, skipSpace(text, end) + 1)
    const name = isList ? String(found.size) : (JSON.parse(text.slice(at, end)) as string)
    found.set(name, { start: at, value })
    at = skipSpace(text, endOfValue(text, value))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return found
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}

/** Returns the offset after the value that starts at `start`. */
function endOfValue(text: string, start: number): number {
  let level = 0
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') level++
    else if (sign === '}' || sign === ']') level--
    if (level < 0) return at
    if (level === 0 && !/[^\s,"}\]]/.test(text[at + 1] ?? ',')) return at + 1
  }
  return text.length
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function positionAt(offset: number, starts: readonly number[]): Position {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
