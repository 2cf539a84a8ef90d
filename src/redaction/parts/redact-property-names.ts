import { pointer, tokens } from '../../document/json-pointer.ts'
import { shownName } from '../public-names.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/** Matches each JSON Pointer in a sentence. */
const POINTER = /(?<![^\s(])\/[^\s,]*/g

/** Values that a server sent, and the called operation. */
export interface ReceivedValues {
  readonly operation: Operation
  readonly values: readonly (Json | undefined)[]
}

/**
 * Returns a function that redacts a sentence. It replaces undocumented property names with their length, because they
 * may be names of persons. `at` is the JSON Pointer or the header name that the sentence is about.
 */
export function redactPropertyNames(received: ReceivedValues, at: string): (text: string) => string {
  const shownAs = shownNames(received)
  const redacted = (path: string): string => pointer(...tokens(path).map((token) => shownAs.get(token) ?? token))
  // Outside pointers, a name that looks like an ordinary word is not redacted, because it usually does not mean a
  // property there.
  const odd = [...shownAs]
    .filter(([name, shown]) => name !== shown && name.length > 2 && (!/^[\w$.-]+$/.test(name) || /\d{3}/.test(name)))
    .toSorted(([one], [other]) => other.length - one.length)
    .flatMap(([name, shown]) => [pointer(name).slice(1), name].map((each) => [each, shown] as const))
  return (text) =>
    odd.reduce(
      (whole, [name, shown]) => whole.replaceAll(name, shown),
      (/^\/.*[\s,]/s.test(at) ? text.replaceAll(at, redacted(at)) : text).replaceAll(POINTER, redacted),
    )
}

/** For each property name that the server sent, returns the text that may be published instead. */
function shownNames({ operation, values }: ReceivedValues): ReadonlyMap<string, string> {
  const names = new Set<string>()
  for (const value of values) collectNames(value, names)
  return new Map([...names].map((name) => [name, shownName(name, operation.document)]))
}

function collectNames(value: Json | undefined, names: Set<string>): void {
  if (isArray(value)) for (const item of value) collectNames(item, names)
  else if (isObject(value)) {
    for (const [name, property] of Object.entries(value)) {
      names.add(name)
      collectNames(property, names)
    }
  }
}
