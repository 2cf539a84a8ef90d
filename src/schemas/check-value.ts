import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { Document } from '../document/document.ts'
import { isObject, type Json } from '../json.ts'
import { FastValidator } from './parts/fast-validator.ts'
import { findMismatches } from './judge/find-mismatches.ts'
import { firstAtEachPlace } from './judge/first-at-each-place.ts'
import { openSchema } from './nodes/open-schema.ts'
import { isAjvAtALoss } from './parts/ajv-limits.ts'
import type { Part } from './nodes/schema-node.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Direction, Keyword, Mismatch, Schema } from './schema.ts'

/** A schema, ready to judge values. */
export interface Checker {
  /** What a value breaks: at each place the first keyword in the order of groups. None when it keeps the schema. */
  check(value: Json, direction: Direction): readonly Mismatch[]
  /** Everything that a value breaks, each keyword judged alone. */
  checkAll(value: Json, direction: Direction): readonly Mismatch[]
  /** Whether a value keeps the schema. */
  isValid(value: Json, direction: Direction): boolean
}

interface Compiled {
  readonly validators: Readonly<Record<Direction, FastValidator>>
  readonly checkers: Map<string, Checker>
}

const NONE: readonly Mismatch[] = []
const compiled = new WeakMap<Document, Compiled>()

/**
 * The checker of a schema: compiled on first use, once for each schema of a document. Keywords that cannot be compiled
 * are not asked, alone; `listSchemaFaults` tells them and `assertCompilable` throws.
 */
export function compileSchema(schema: Schema): Checker {
  const quick = typeof schema.value === 'object' ? quickly.get(schema.value) : undefined
  if (quick !== undefined) return quick
  const checker = checkerOf(schema)
  if (typeof schema.value === 'object') quickly.set(schema.value, checker)
  return checker
}

/** By the schema object itself, which stands at one address of one document: no reference is followed again. */
const quickly = new WeakMap<object, Checker>()

function checkerOf(schema: Schema): Checker {
  const { document } = schema
  const own = compiled.get(document) ?? {
    validators: { request: new FastValidator(document, 'request'), response: new FastValidator(document, 'response') },
    checkers: new Map<string, Checker>(),
  }
  compiled.set(document, own)
  const { address } = openSchema(document, schema)
  const checker = own.checkers.get(address) ?? new SchemaChecker(schema, own.validators)
  own.checkers.set(address, checker)
  return checker
}

class SchemaChecker implements Checker {
  readonly #schema: Schema
  readonly #validators: Compiled['validators']
  readonly #fast = new Map<Direction, ValidateFunction | undefined>()

  constructor(schema: Schema, validators: Compiled['validators']) {
    this.#schema = schema
    this.#validators = validators
  }

  check(value: Json, direction: Direction): readonly Mismatch[] {
    try {
      const fast = this.#fastOf(direction)
      const answer = fast === undefined ? undefined : answerOf(fast, value)
      if (answer === true) return NONE
      const found = firstAtEachPlace(findMismatches(this.#root(direction), value))
      // Never let pass what one of two judges refuses.
      const isLost = found.length === 0 && fast !== undefined && answer === false
      return isLost ? [unexplained(this.#root(direction), fast)] : found
    } catch (error) {
      if (error instanceof RangeError) return [tooDeep(this.#root(direction))]
      throw error
    }
  }

  checkAll(value: Json, direction: Direction): readonly Mismatch[] {
    return findMismatches(this.#root(direction), value)
  }

  isValid(value: Json, direction: Direction): boolean {
    return this.check(value, direction).length === 0
  }

  #root(direction: Direction): Part {
    return partOf(this.#schema, direction)
  }

  #fastOf(direction: Direction): ValidateFunction | undefined {
    if (this.#fast.has(direction)) return this.#fast.get(direction)
    const fast = isAjvAtALoss(this.#schema) ? undefined : compiledBy(this.#validators[direction], this.#schema)
    this.#fast.set(direction, fast)
    return fast
  }
}

/** What Ajv makes of a schema; undefined where it gives up, and the walk judges alone. */
function compiledBy(validator: FastValidator, schema: Schema): ValidateFunction | undefined {
  try {
    return validator.compile(schema)
  } catch {
    return undefined
  }
}

/** What Ajv says; undefined where the code that it made fails (it may, where schemas evaluate the same members). */
function answerOf(fast: ValidateFunction, value: Json): boolean | undefined {
  try {
    return fast(value) === true
  } catch (error) {
    if (error instanceof RangeError) throw error
    return undefined
  }
}

function unexplained(root: Part, { errors }: ValidateFunction): Mismatch {
  const [error] = errors ?? []
  const keyword = error === undefined ? 'the schema' : `\`${error.keyword}\``
  return { keyword: topKeyword(root), at: error?.instancePath ?? '', expected: `a value that keeps ${keyword}` }
}

function tooDeep(root: Part): Mismatch {
  return { keyword: topKeyword(root), at: '', expected: 'a value that is not nested too deeply to be judged' }
}

/** A keyword that stands for a whole schema. */
function topKeyword({ schema, assertions, instance, certain }: Part): Keyword {
  const value = isObject(schema.value) ? (schema.value['type'] ?? null) : schema.value
  return (
    assertions[0]?.keyword ?? {
      pointer: schema.pointer,
      name: 'schema',
      group: 'rest',
      value,
      address: schema.address,
      schema,
      instance,
      certain,
    }
  )
}
