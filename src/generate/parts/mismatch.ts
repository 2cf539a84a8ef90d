/** Every generated validator contains this code. This file and its imports must not have side effects. */
import { inWords, unescaped } from '../../client/in-words.ts'
import { wordsFor } from './words.ts'

export { isInt64As } from './int64.ts'

/** A violated keyword of a schema, and the place of the invalid value. The value itself is not included. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema: `/properties/status/enum`, `/required/id`. The pointer contains no
   * `$ref`: it continues in the target of the `$ref`.
   */
  readonly keyword: string
  /** The JSON Pointer of the invalid value. For a missing property, it is the pointer that the property would have. */
  readonly at: string
  /** The value that the keyword requires, in words: `one of "home", "practitioner"`. */
  readonly expected: string
  /** The problem as the end of a sentence: `is missing`, `is not a string`. The text does not contain the value. */
  readonly words: string
}

/**
 * The error that `assert…` throws for a value that violates the schema. The message names the problem and its place.
 */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
  readonly schema: string
  readonly mismatch: Mismatch

  constructor(schema: string, mismatch: Mismatch) {
    super(`${schema}: ${inWords(mismatch, 'the value')} (${mismatch.keyword})`)
    this.schema = schema
    this.mismatch = mismatch
  }
}

/** An error object of Ajv's generated code. */
interface CompiledError {
  readonly instancePath: string
  schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A function that Ajv generated for a schema. */
export interface CompiledValidator {
  (value: unknown): boolean
  errors?: CompiledError[] | null
}

/** Adds an error to the error list of a validator. The list is null before the first error. */
export function withError(
  errors: CompiledError[] | null,
  instancePath: string,
  schemaPath: string,
  keyword: string,
  params: CompiledError['params'],
): CompiledError[] {
  const error = { instancePath, schemaPath, keyword, params }
  if (errors === null) return [error]
  errors.push(error)
  return errors
}

/**
 * Adds the path of a reference to the schema paths of errors. `errors` has the errors from the referenced schema at the
 * index `from` and after it.
 */
export function under(errors: CompiledError[], from: number, path: string): void {
  for (const error of errors.slice(from)) error.schemaPath = path + error.schemaPath.slice(1)
}

/**
 * Lists the violated keywords in order. For `anyOf`, `oneOf` and similar keywords, lists only the keyword itself,
 * because the validator cannot know which branch the value was meant to match.
 */
export function mismatchesOf(validate: CompiledValidator, value: unknown): Mismatch[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const paths = new Set(errors.map((error) => error.schemaPath))
  // If `then` or `else` fails, Ajv reports the violated keyword inside it and also an error for `if`. The error for
  // `if` is not needed.
  const own = errors.filter((error) => error.keyword !== 'if')
  return own.filter((error) => !ancestors(error.schemaPath).some((path) => paths.has(path))).map(explain)
}

/** Throws `InvalidValue` for the first violated keyword. Returns nothing if the value is valid. */
export function assertOf(schema: string, validate: CompiledValidator, value: unknown): void {
  const [first] = mismatchesOf(validate, value)
  if (first !== undefined) throw new InvalidValue(schema, first)
}

/**
 * A function that lists all keywords that a value violates. It is also a Standard Schema (https://standardschema.dev).
 * `Valid` is the type of a valid value.
 */
export interface Check<Valid> {
  (value: unknown): Mismatch[]
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'contract-gate'
    /** Returns the value itself if it is valid, otherwise a list of issues. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: Valid; readonly issues?: undefined } | { readonly issues: readonly Issue[] }
    /** Only for the TypeScript compiler. This property has no value at run time. */
    readonly types?: { readonly input: Valid; readonly output: Valid } | undefined
  }
}

/** A violated keyword in the form of Standard Schema. */
export interface Issue {
  readonly message: string
  readonly path: readonly (string | number)[]
}

/** Makes a check from a function that Ajv generated. */
export function checkOf<Valid>(validate: CompiledValidator): Check<Valid> {
  const check = (value: unknown): Mismatch[] => mismatchesOf(validate, value)
  return Object.assign(check, {
    '~standard': {
      version: 1,
      vendor: 'contract-gate',
      validate: (value: unknown) => {
        const issues = check(value).map((mismatch) => issueOf(mismatch, value))
        return issues.length === 0 ? { value: value as Valid } : { issues }
      },
    } as const,
  })
}

function issueOf(mismatch: Mismatch, value: unknown): Issue {
  let holder = value
  const path = mismatch.at
    .split('/')
    .slice(1)
    .map((token) => {
      const key = Array.isArray(holder) ? Number(token) : unescaped(token)
      holder =
        typeof holder === 'object' && holder !== null ? (holder as Record<string | number, unknown>)[key] : undefined
      return key
    })
  return { message: inWords(mismatch, 'the value'), path }
}

function ancestors(path: string): string[] {
  const found: string[] = []
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end))
  return found
}

function explain(error: CompiledError): Mismatch {
  const { params } = error
  const keyword = decodeURIComponent(error.schemaPath.slice(1))
    .replace(/\/false schema$/, '')
    .replace(/\/int64$/, '/type')
  const missing = params['missingProperty']
  if (typeof missing === 'string') {
    const name = escaped(missing)
    return {
      keyword: `${keyword}/${name}`,
      at: `${error.instancePath}/${name}`,
      expected: 'a value',
      words: 'is missing',
    }
  }
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty']
  if (typeof unknown === 'string') {
    const at = `${error.instancePath}/${escaped(unknown)}`
    return { keyword, at, expected: 'no such field', words: 'is not a documented property' }
  }
  const expected = expectation(error.keyword, params)
  const words = wordsFor(error.keyword, expected, text(params['limit'] ?? ''))
  return { keyword, at: error.instancePath, expected, words }
}

function expectation(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const { form, type, allowedValues, allowedValue, format, pattern, limit, comparison, multipleOf } = params
  if (form !== undefined) return form === 'bigint' ? 'a bigint of 64 bits' : 'a text with an integer of 64 bits'
  if (type !== undefined) return Array.isArray(type) ? type.join(' or ') : text(type)
  if (Array.isArray(allowedValues)) return `one of ${allowedValues.map((each) => JSON.stringify(each)).join(', ')}`
  if ('allowedValue' in params) return JSON.stringify(allowedValue)
  if (format !== undefined) return `format ${text(format)}`
  if (pattern !== undefined) return `pattern ${text(pattern)}`
  if (limit !== undefined) return `${keyword} ${comparison === undefined ? '' : `${text(comparison)} `}${text(limit)}`
  if (multipleOf !== undefined) return `multiple of ${text(multipleOf)}`
  return keyword === 'false schema' ? 'no value' : keyword
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Returns the number of code points of a text. `minLength` counts code points. JSON Schema 2020-12 Validation §6.3. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/**
 * Limits the time that a pattern takes: accepts every text with more than `longest` characters without matching it.
 * Matches other texts as `pattern` does.
 */
export function bounded(pattern: RegExp, longest: number): Pick<RegExp, 'test'> {
  return { test: (text) => text.length > longest || pattern.test(text) }
}

/** True if two JSON values are equal. JSON Schema 2020-12 Core §4.2.2. */
export function areEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && areEqual(value, right.get(key)))
  )
}
