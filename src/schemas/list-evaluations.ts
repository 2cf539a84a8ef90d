import { escapeToken } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { holds, spokenOf } from './judge/find-mismatches.ts'
import { partOfItem, partsOfMember, type Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import { kindOf, applicableKeywords } from './judge/applicable-keywords.ts'
import { areEqual } from './values/values.ts'
import type { Direction, Evaluation, Schema } from './schema.ts'

/**
 * Every keyword that was asked of a value, and every member that was seen, whatever the answers. Of `anyOf` and `oneOf`
 * only branches that hold count, besides the keyword itself; of `if` only what followed. Where a cycle leads back, the
 * pointer is that of the first use.
 */
export function evaluate(schema: Schema, value: Json, direction: Direction): readonly Evaluation[] {
  const found: Evaluation[] = []
  ask(partOf(schema, direction), value, '', found)
  return found
}

function ask(part: Part, value: Json, at: string, found: Evaluation[]): void {
  const { of, scalars, others, beside } = applicableKeywords(part)
  for (const pointer of of[kindOf(value)]) found.push({ pointer, at, value })
  const seen = scalars.size > 0 ? scalars.get(value) : undefined
  if (seen !== undefined) found.push({ pointer: seen, at, value })
  for (const other of others) if (areEqual(other.value, value)) found.push({ pointer: other.pointer, at, value })
  for (const { name, pointer } of beside) {
    if (isObject(value) && Object.hasOwn(value, name)) found.push({ pointer, at, value })
  }
  for (const each of part.always) ask(each, value, at, found)
  for (const choice of part.choices) {
    for (const branch of choice.branches) if (holds(branch, value)) ask(branch, value, at, found)
  }
  if (part.condition !== undefined) {
    const branch = holds(part.condition.if, value) ? part.condition.then : part.condition.else
    if (branch !== undefined) ask(branch, value, at, found)
  }
  if (typeof value === 'object' && value !== null) askBelow(part, value, at, found)
}

function askBelow(part: Part, value: Json, at: string, found: Evaluation[]): void {
  if (isArray(value)) {
    const spoken = part.unevaluatedItems === undefined ? undefined : spokenOf(part, value).items
    for (const [index, item] of value.entries()) {
      const each = partOfItem(part, index)
      if (each !== undefined) ask(each, item, `${at}/${index}`, found)
      if (part.unevaluatedItems !== undefined && spoken?.has(index) === false) {
        ask(part.unevaluatedItems, item, `${at}/${index}`, found)
      }
    }
    return
  }
  if (!isObject(value)) return
  const spoken = part.unevaluatedProperties === undefined ? undefined : spokenOf(part, value).names
  for (const [name, each] of part.dependentSchemas) if (Object.hasOwn(value, name)) ask(each, value, at, found)
  for (const name of Object.keys(value)) {
    const member = value[name] ?? null
    const place = `${at}/${escapeToken(name)}`
    for (const each of partsOfMember(part, name)) ask(each, member, place, found)
    if (part.unevaluatedProperties !== undefined && spoken?.has(name) === false) {
      ask(part.unevaluatedProperties, member, place, found)
    }
  }
}
