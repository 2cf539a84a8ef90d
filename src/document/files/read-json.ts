import { isArray, isObject, parseJson, type Json } from '../../json.ts'

/**
 * Parses a JSON file, faster than the YAML parser. Returns undefined if the text is not JSON, repeats a key, is deeply
 * nested, or has a number that is too large for a double. The YAML parser must then read the text.
 */
export function readJson(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  const value = parseJson(text)
  // `JSON.parse` silently drops repeated keys. A text with a repeated key has more colons than the parsed value has
  // keys.
  return value === undefined || countKeys(value) !== countColons(text) ? undefined : value
}

/**
 * Returns the number of keys in a value. Returns NaN if the value contains an infinite number. NaN differs from every
 * number of colons, so that such a text is not accepted.
 */
function countKeys(value: Json): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Number.NaN
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + countKeys(item), 0)
  if (!isObject(value)) return 0
  const members = Object.values(value)
  return members.reduce<number>((sum, member) => sum + countKeys(member), members.length)
}

/** Returns the number of colons that are not inside strings. */
function countColons(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at)
    else if (text[at] === ':') count++
  }
  return count
}

/** Returns the offset of the closing quotation mark of the string at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at
  }
}
