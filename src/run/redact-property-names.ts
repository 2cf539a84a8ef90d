import { pointer, tokens } from '../document/json-pointer.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import { shownName } from '../exchanges/known-names.ts'
import { isArray, isObject, parseJson, type Json } from '../json.ts'
import type { Execution } from '../evidence/execution.ts'

/** A pointer in a sentence. */
const POINTER = /(?<![^\s(])\/[^\s,]*/g

/** What an answer calls its members may be somebody's name: then a text tells only how long it is. */
export function redactPropertyNames(execution: Execution, at: string): (text: string) => string {
  const shownAs = shownNames(execution)
  const told = (path: string): string => pointer(...tokens(path).map((token) => shownAs.get(token) ?? token))
  // What is spelt like a word may be a word of ours: it is a name where a pointer has it.
  const odd = [...shownAs]
    .filter(([name, shown]) => name !== shown && name.length > 2 && (!/^[\w$.-]+$/.test(name) || /\d{3}/.test(name)))
    .toSorted(([one], [other]) => other.length - one.length)
    .flatMap(([name, shown]) => [pointer(name).slice(1), name].map((each) => [each, shown] as const))
  return (text) =>
    odd.reduce(
      (whole, [name, shown]) => whole.replaceAll(name, shown),
      (/^\/.*[\s,]/s.test(at) ? text.replaceAll(at, told(at)) : text).replaceAll(POINTER, told),
    )
}

/** Every name in what the server said, with what is shown for it. */
function shownNames({ case: { operation }, exchange, before, later }: Execution): ReadonlyMap<string, string> {
  const answer = exchange?.answer
  const names = new Set<string>()
  for (const value of [
    answer !== undefined && isAnswer(answer) ? parseJson(Buffer.from(answer.body).toString()) : undefined,
    ...[before, later].flatMap((seen) => [seen?.subject, seen?.bystander]),
  ]) {
    collectNames(value, names)
  }
  return new Map([...names].map((name) => [name, shownName(name, operation.document)]))
}

function collectNames(value: Json | undefined, names: Set<string>): void {
  if (isArray(value)) for (const item of value) collectNames(item, names)
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      names.add(name)
      collectNames(member, names)
    }
  }
}
