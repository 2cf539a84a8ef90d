/**
 * What generated validators share. Bundled into each of them, so it imports nothing and does nothing when it is loaded.
 */

/** A broken keyword of a schema at one place of a value. Tells nothing of the value itself. */
export interface Mismatch {
  /** Pointer of the keyword by its use, `$ref`s followed: `/properties/status/enum`, `/required/id`. */
  readonly keyword: string
  /** JSON Pointer to the place in the value; of a missing member, where it would be. */
  readonly at: string
  /** What the keyword asks for: `one of "home", "practitioner"`. */
  readonly expected: string
}

/** Thrown by `assert…`: the value does not keep the schema. Its first line tells which keyword is broken and where. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
  readonly schema: string
  readonly mismatch: Mismatch

  constructor(schema: string, mismatch: Mismatch) {
    super(`${schema} breaks ${mismatch.keyword} at ${mismatch.at || '/'}: expected ${mismatch.expected}`)
    this.schema = schema
    this.mismatch = mismatch
  }
}

/** An error as compiled validators make it. */
interface CompiledError {
  readonly instancePath: string
  schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A compiled validator. */
export interface CompiledValidator {
  (value: unknown): boolean
  errors?: CompiledError[] | null
}

/** Sets the errors that came through a reference under the place of the reference. */
export function under(errors: CompiledError[], from: number, path: string): void {
  for (const error of errors.slice(from)) error.schemaPath = path + error.schemaPath.slice(1)
}

/**
 * Every broken keyword, the first one first. What broke inside a broken `anyOf`, `oneOf` and their like is not told
 * apart: the keyword that was promised is the outer one.
 */
export function mismatchesOf(validate: CompiledValidator, value: unknown): Mismatch[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const paths = new Set(errors.map((error) => error.schemaPath))
  // An `if` fails only through its `then` or `else`, which has told why.
  const told = errors.filter((error) => error.keyword !== 'if')
  return told.filter((error) => !ancestors(error.schemaPath).some((path) => paths.has(path))).map(explain)
}

/** Throws an `InvalidValue` that names the first broken keyword. */
export function assertOf(schema: string, validate: CompiledValidator, value: unknown): void {
  const [first] = mismatchesOf(validate, value)
  if (first !== undefined) throw new InvalidValue(schema, first)
}

function ancestors(path: string): string[] {
  const found: string[] = []
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end))
  return found
}

function explain(error: CompiledError): Mismatch {
  const { params } = error
  const keyword = decodeURIComponent(error.schemaPath.slice(1)).replace(/\/false schema$/, '')
  const missing = params['missingProperty']
  if (typeof missing === 'string') {
    const name = escaped(missing)
    return { keyword: `${keyword}/${name}`, at: `${error.instancePath}/${name}`, expected: 'a value' }
  }
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty']
  if (typeof unknown === 'string') {
    return { keyword, at: `${error.instancePath}/${escaped(unknown)}`, expected: 'no such field' }
  }
  return { keyword, at: error.instancePath, expected: expectation(error.keyword, params) }
}

function expectation(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const { type, allowedValues, allowedValue, format, pattern, limit, comparison } = params
  if (type !== undefined) return Array.isArray(type) ? type.join(' or ') : text(type)
  if (Array.isArray(allowedValues)) return `one of ${allowedValues.map((each) => JSON.stringify(each)).join(', ')}`
  if ('allowedValue' in params) return JSON.stringify(allowedValue)
  if (format !== undefined) return `format ${text(format)}`
  if (pattern !== undefined) return `pattern ${text(pattern)}`
  if (limit !== undefined) return `${keyword} ${comparison === undefined ? '' : `${text(comparison)} `}${text(limit)}`
  return keyword === 'false schema' ? 'no value' : keyword
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Length in code points, as `minLength` counts. JSON Schema 2020-12 Validation §6.3. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Equality of JSON values. JSON Schema 2020-12 Core §4.2.2. */
export function areEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [ours, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return (
    ours.size === theirs.size && [...ours].every(([key, value]) => theirs.has(key) && areEqual(value, theirs.get(key)))
  )
}
