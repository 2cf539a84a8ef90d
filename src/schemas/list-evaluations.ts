import { childOf } from '../document/document.ts'
import { escapeToken } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { matches, evaluatedBy } from './judge/find-mismatches.ts'
import { unnamedProperty } from './nodes/discriminator.ts'
import { nodeOfItem, nodesOfProperty, type SchemaNode } from './nodes/schema-node.ts'
import { nodeOf } from './nodes/node-of.ts'
import { kindOf, applicableKeywords } from './judge/applicable-keywords.ts'
import { isSameJson } from './values/values.ts'
import { longestText } from './values/bounded-test.ts'
import { compilePattern } from './values/patterns.ts'
import type { Direction, Evaluation, Schema, UnnamedChoice, UnrunPattern } from './schema.ts'

/**
 * Returns every keyword that applies to a value, and every enum value or null that occurs in the value. The value may
 * be invalid. Ignores branches of `anyOf`, `oneOf` and `if` that do not apply. In a recursive schema, one keyword may
 * apply at several depths. It is then listed with the pointer of its first occurrence.
 */
export function evaluate(schema: Schema, value: Json, direction: Direction): readonly Evaluation[] {
  return evaluateOrSkip(schema, value, direction).evaluations
}

/** Like `evaluate`. Also returns the patterns that were not run, and the discriminators whose value names no schema. */
export function evaluateOrSkip(schema: Schema, value: Json, direction: Direction): Readonly<Found> {
  const found: Found = { evaluations: [], unrun: [], unnamed: [] }
  evaluateNode(nodeOf(schema, direction), value, '', found)
  return found
}

interface Found {
  readonly evaluations: Evaluation[]
  readonly unrun: UnrunPattern[]
  readonly unnamed: UnnamedChoice[]
}

function evaluateNode(node: SchemaNode, value: Json, at: string, all: Found): void {
  const { evaluations: found } = all
  const { of, scalars, others, beside } = applicableKeywords(node)
  const unrun = typeof value === 'string' ? unrunPattern(node, value) : undefined
  if (unrun !== undefined) all.unrun.push(unrun)
  for (const pointer of of[kindOf(value)])
    if (unrun === undefined || !pointer.endsWith('/pattern')) found.push({ pointer, at, value })
  const seen = scalars.size > 0 ? scalars.get(value) : undefined
  if (seen !== undefined) found.push({ pointer: seen, at, value })
  for (const other of others) if (isSameJson(other.value, value)) found.push({ pointer: other.pointer, at, value })
  for (const { name, pointer } of beside) {
    if (isObject(value) && Object.hasOwn(value, name)) found.push({ pointer, at, value })
  }
  for (const each of node.always) evaluateNode(each, value, at, all)
  for (const choice of node.choices) {
    const matching = choice.branches.filter((branch) => matches(branch, value))
    for (const branch of matching) evaluateNode(branch, value, at, all)
    const property = unnamedProperty(value, choice, matching)
    if (property === undefined) continue
    const { pointer, address } = choice.keyword
    const names = [...(choice.discriminator?.mapping.keys() ?? [])]
    all.unnamed.push({ at: `${at}/${escapeToken(property)}`, pointer, address, names })
  }
  if (node.condition !== undefined) {
    const branch = matches(node.condition.if, value) ? node.condition.then : node.condition.else
    if (branch !== undefined) evaluateNode(branch, value, at, all)
  }
  if (typeof value === 'object' && value !== null) evaluateChildren(node, value, at, all)
}

function unrunPattern({ schema }: SchemaNode, value: string): UnrunPattern | undefined {
  const source = isObject(schema.value) ? schema.value['pattern'] : undefined
  const pattern = typeof source === 'string' ? compilePattern(source) : undefined
  if (pattern === undefined || value.length <= longestText(pattern)) return undefined
  return { source: pattern.source, address: childOf(schema.address, 'pattern'), length: value.length }
}

function evaluateChildren(node: SchemaNode, value: Json, at: string, found: Found): void {
  if (isArray(value)) {
    const evaluated = node.unevaluatedItems === undefined ? undefined : evaluatedBy(node, value).items
    for (const [index, item] of value.entries()) {
      const each = nodeOfItem(node, index)
      if (each !== undefined) evaluateNode(each, item, `${at}/${index}`, found)
      if (node.unevaluatedItems !== undefined && evaluated?.has(index) === false) {
        evaluateNode(node.unevaluatedItems, item, `${at}/${index}`, found)
      }
    }
    return
  }
  if (!isObject(value)) return
  const evaluated = node.unevaluatedProperties === undefined ? undefined : evaluatedBy(node, value).names
  for (const [name, each] of node.dependentSchemas) if (Object.hasOwn(value, name)) evaluateNode(each, value, at, found)
  for (const name of Object.keys(value)) {
    const property = value[name] ?? null
    const place = `${at}/${escapeToken(name)}`
    for (const each of nodesOfProperty(node, name)) evaluateNode(each, property, place, found)
    if (node.unevaluatedProperties !== undefined && evaluated?.has(name) === false) {
      evaluateNode(node.unevaluatedProperties, property, place, found)
    }
  }
}
