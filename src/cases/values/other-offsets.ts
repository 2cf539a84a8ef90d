import { isArray, isObject, type Json } from '../../json.ts'

/** UTC offsets in minutes (RFC 3339 §5.6): 330 is +05:30, and -180 is -03:00. */
const OFFSETS = [330, -180]

const IN_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/**
 * Writes each UTC date-time in a value as the same instant with another offset. Returns undefined if the value contains
 * no UTC date-time.
 */
export function withOtherOffsets(value: Json): Json | undefined {
  let count = 0
  const written = (each: Json): Json => {
    if (typeof each === 'string' && IN_UTC.test(each)) return moved(each, OFFSETS[count++ % OFFSETS.length] ?? 0)
    if (isArray(each)) return each.map(written)
    if (!isObject(each)) return each
    return Object.fromEntries(Object.entries(each).map(([name, property]) => [name, written(property)]))
  }
  const other = written(value)
  return count === 0 ? undefined : other
}

function moved(text: string, minutes: number): string {
  const local = new Date(Date.parse(text) + minutes * 60_000).toISOString().slice(0, 19)
  const size = Math.abs(minutes)
  const offset = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${local}${/\.\d+/.exec(text)?.[0] ?? ''}${minutes < 0 ? '-' : '+'}${offset}`
}
