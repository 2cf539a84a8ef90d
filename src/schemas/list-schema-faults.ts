import { childOf, type Address, type Document } from '../document/document.ts'
import { nearestWord } from '../document/nearest-word.ts'
import { ContractError } from '../errors.ts'
import { asObject, isObject, type Json } from '../json.ts'
import { formatNamed, KNOWN_FORMATS } from './formats.ts'
import { CONSEQUENCE, keywordFault } from './nodes/keyword-fault.ts'
import { keywordEntry, KEYWORD_NAMES } from './nodes/keyword-table.ts'
import { reachableSchemas } from './nodes/reachable-schemas.ts'
import type { Schema, SchemaFault } from './schema.ts'
import { judgePattern } from './values/patterns.ts'

/** Returns the keywords that the gate cannot check, in a schema and in all schemas that it references. */
export function listSchemaFaults(schema: Schema, seen?: Set<Address>): readonly SchemaFault[] {
  const { document } = schema
  return [...reachableSchemas(document, schema, seen)].flatMap(({ address, value }) =>
    Object.entries(asObject(value)).flatMap(([keyword, keywordValue]): SchemaFault[] => {
      const fault = faultAt(document, address, keyword, keywordValue)
      return fault === undefined ? [] : [{ address: childOf(address, keyword), keyword, ...fault }]
    }),
  )
}

/**
 * Returns the faults that the author of the document must fix, each once. Leaves out keywords that are correct, but are
 * skipped because another keyword is faulty.
 */
export function listFaultsToFix(schemas: readonly Schema[]): readonly SchemaFault[] {
  const seen = new Set<Address>()
  return schemas.flatMap((schema) => listSchemaFaults(schema, seen)).filter(({ message }) => !CONSEQUENCE.test(message))
}

/**
 * Throws `schema-not-compilable` for the first keyword that cannot be compiled. Returns if there is no such keyword.
 */
export function assertCompilable(schema: Schema): void {
  const fault = listSchemaFaults(schema).find(({ level }) => level === 'error')
  if (fault === undefined) return
  const { file, line, column } = schema.document.locate(fault.address)
  throw new ContractError('schema-not-compilable', {
    what: fault.message,
    where: `${file}:${line}:${column} ${fault.address.slice(fault.address.indexOf('#') + 1)}`,
    next: fault.next,
  })
}

type Found = Pick<SchemaFault, 'message' | 'level' | 'next'>

function faultAt(document: Document, address: Address, keyword: string, value: Json): Found | undefined {
  const message = keywordFault(document, address, keyword, value)
  if (keyword === 'format' && message === undefined && formatNamed(String(value)) === undefined) {
    const near = nearestWord(String(value), KNOWN_FORMATS)
    const next =
      near === undefined
        ? 'name a format of the OpenAPI registry, or describe the form in `description`'
        : `did you mean \`${near}\`?`
    return { message: `the format \`${String(value)}\` is unknown and not checked`, level: 'warning', next }
  }
  if (message === undefined) return undefined
  if (keywordEntry(keyword) === undefined) return unknownKeyword(keyword, value, message)
  const patterns = keyword === 'pattern' ? [String(value)] : isObject(value) ? Object.keys(value) : []
  if (!keyword.startsWith('pattern')) return { message, level: 'error', next: 'correct the value of the keyword' }
  const faults = patterns.map(judgePattern).flatMap((each) => ('fault' in each ? [each.fault] : []))
  return faults.every((fault) => fault === 'exponential')
    ? {
        message,
        level: 'warning',
        next: 'rewrite the pattern so that no repetition can match the same text in two ways',
      }
    : { message, level: 'error', next: 'write a regular expression that ECMA-262 allows' }
}

/**
 * Returns a fault for an unknown keyword, because the keyword may be a typo. JSON Schema 2020-12 Core §4.3.1 allows
 * unknown keywords.
 */
function unknownKeyword(keyword: string, value: Json, message: string): Found {
  if (keyword === 'nullable') return { message, level: 'error', next: 'write `type` as a list that contains "null"' }
  const near = nearestWord(
    keyword,
    KEYWORD_NAMES.filter((name) => canMean(name, value)),
  )
  return near === undefined
    ? { message, level: 'warning', next: 'rename the key to x-… if it is an annotation' }
    : { message, level: 'error', next: `write \`${near}\`, or rename the key to x-… if it is an annotation` }
}

/**
 * True if an unknown keyword may be a typo of the keyword `name`. Its value must be a valid value of `name`. If every
 * value is valid for `name`, the name must also be long, because short names are often similar by chance.
 */
function canMean(name: string, value: Json): boolean {
  const entry = keywordEntry(name)
  return entry?.isWellFormed(value) === true && (entry.form !== 'anything' || name.length > 5)
}
