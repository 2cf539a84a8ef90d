import { isCalendarDay } from '../document/files/is-calendar-day.ts'
import { nearestWord } from '../document/nearest-word.ts'
import { parseFile } from '../document/files/read-file.ts'
import { readText } from '../document/files/read-text.ts'
import { ContractError, type ErrorCode } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'

/**
 * A YAML file with entries that have a reason, an owner and a date. The errors of all methods contain the line in the
 * file.
 */
export interface EntryFile {
  readonly value: Json
  lineOf(at: string): number
  /** Returns an error about the value at the JSON Pointer `at`. Does not throw the error. */
  bad(what: string, at: string): ContractError
  /**
   * Returns the map at a JSON Pointer. Throws if the value is not a map, or if the map has a key that is not in `keys`.
   */
  map(value: Json | undefined, at: string, keys: readonly string[]): JsonObject
  /** Returns the string under a key. Throws if the string is missing or empty. */
  text(entry: JsonObject, key: string, at: string): string
  /** Returns the date under a key, such as 2026-12-31. Throws if the date is missing or invalid. */
  date(entry: JsonObject, key: string, at: string): string
}

/** Reads a YAML file of entries. `about` contains the error code and the advice of all its errors. */
export function readEntryFile(file: string, about: { readonly code: ErrorCode; readonly next: string }): EntryFile {
  const { value, positionOf } = parse(file, about)
  const lineOf = (at: string): number => positionOf(at).line
  const bad = (what: string, at: string): ContractError =>
    new ContractError(about.code, { what, where: `${file}:${lineOf(at)}`, next: about.next })
  const text = (entry: JsonObject, key: string, at: string): string => {
    const own = entry[key]
    if (typeof own === 'string' && own.trim() !== '') return own.trim()
    const isEmpty = own === null || typeof own === 'string'
    const fault = own === undefined ? 'is missing' : isEmpty ? 'is empty' : 'is not a string'
    throw bad(`\`${key}\` of an entry ${fault}`, own === undefined ? at : `${at}/${key}`)
  }
  return {
    value,
    lineOf,
    bad,
    map: (given, at, keys) => {
      if (!isObject(given)) throw bad(at === '' ? 'the file is not a map' : 'an entry is not a map', at)
      const unknown = Object.keys(given).find((key) => !keys.includes(key))
      if (unknown === undefined) return given
      const near = nearestWord(unknown, keys)
      throw bad(
        `unknown key \`${unknown}\`${near === undefined ? '' : `: did you mean \`${near}\`?`}`,
        `${at}/${unknown}`,
      )
    },
    text,
    date: (entry, key, at) => {
      const date = text(entry, key, at)
      if (isCalendarDay(date)) return date
      throw bad(`\`${key}\` is not a date such as 2026-12-31`, `${at}/${key}`)
    },
  }
}

function parse(file: string, { code, next }: { readonly code: ErrorCode; readonly next: string }) {
  try {
    return parseFile(readText(file, { next }), file)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const { what = 'the file is empty', where = file } = error.details
    throw new ContractError(code, { what, where, next })
  }
}
