import type { Address, Document } from '../../document/document.ts'
import { isObject, type Json } from '../../json.ts'
import { judgePattern } from '../values/patterns.ts'
import { followReference, schemaAt, type FoundSchema } from './follow-reference.ts'
import { keywordEntry } from './keyword-table.ts'
import { reachableSchemas, SAME_VALUE, schemasIn } from './reachable-schemas.ts'

interface Known {
  readonly loops: Map<string, boolean>
  /**
   * Addresses of schemas without faults. In such a schema, and in all schemas that it contains or references, every
   * keyword can be compiled.
   */
  readonly sound: Set<Address>
}

const known = new WeakMap<Document, Known>()

/**
 * Keywords, such as `not`, that can make a value invalid because their subschema accepts it. If a keyword in the
 * subschema were skipped, the subschema would accept more values, and a valid value could be reported as invalid.
 */
const INVERTED_BY_A_FAULT = new Set(['not', 'if', 'oneOf', 'contains'])

/**
 * Some keywords apply only to the properties or items that other keywords do not match. For each of them, lists these
 * other keywords. If one of these were skipped, the first keyword would apply to too many properties or items.
 */
const APPLIED_TO_THE_REST: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ['properties', 'patternProperties'],
  items: ['prefixItems'],
  unevaluatedProperties: ['properties', 'patternProperties', ...SAME_VALUE],
  unevaluatedItems: ['prefixItems', 'items', 'contains', ...SAME_VALUE],
}

/**
 * Returns the reason why a keyword cannot be compiled. Returns undefined if it can be compiled. A keyword that cannot
 * be compiled is never checked, and `listSchemaFaults` reports it. `address` is the schema that contains the keyword.
 */
export function keywordFault(document: Document, address: Address, name: string, value: Json): string | undefined {
  const own = ownFault(document, address, name, value)
  if (own !== undefined) return own
  if (INVERTED_BY_A_FAULT.has(name)) return faultBelow(document, address, name)
  return APPLIED_TO_THE_REST[name] === undefined ? undefined : faultBeside(document, address, name)
}

/** Returns the fault of the keyword itself. Ignores its subschemas. */
function ownFault(document: Document, address: Address, name: string, value: Json): string | undefined {
  const entry = keywordEntry(name)
  if (entry === undefined) {
    return name === 'nullable'
      ? '`nullable` is not a keyword of OpenAPI 3.1: write type: [<type>, "null"]'
      : `\`${name}\` is not a keyword of JSON Schema 2020-12 or OpenAPI 3.1`
  }
  if (!entry.isWellFormed(value)) return `the value of \`${name}\` is not ${entry.form}`
  if (name === 'pattern') return patternFault(String(value))
  if (name === 'patternProperties' && isObject(value)) return Object.keys(value).map(patternFault).find(Boolean)
  if (entry.role !== 'reference') return undefined
  return referenceFault(document, address, String(value))
}

const PATTERN_FAULTS = {
  foreign: 'uses syntax of another language, which JavaScript interprets differently',
  invalid: 'is not a valid JavaScript regular expression',
  exponential: 'can take exponential time and is not run',
} as const

function patternFault(source: string): string | undefined {
  const judged = judgePattern(source)
  return 'fault' in judged ? `the pattern \`${source}\` ${PATTERN_FAULTS[judged.fault]}` : undefined
}

function referenceFault(document: Document, address: Address, reference: string): string | undefined {
  const found = followReference(document, reference, address)
  if (found === undefined) return `the reference \`${reference}\` has no target`
  return isLoop(document, address, found)
    ? `the reference \`${reference}\` is circular: checking a value against it would never end`
    : undefined
}

/**
 * Returns a fault inside the subschema of a keyword such as `not`. With this fault, the result of the keyword would be
 * unknown. An unknown keyword in the subschema is no fault here.
 */
function faultBelow(document: Document, address: Address, name: string): string | undefined {
  const { sound } = knownOf(document)
  const value = schemaAt(document, address)?.value
  if (!isObject(value) || value[name] === undefined) return undefined
  for (const [, below] of schemasIn(document, address, { [name]: value[name] })) {
    const visited = new Set<Address>()
    const seen = {
      has: (at: Address) => sound.has(at) || visited.has(at),
      add: (at: Address) => visited.add(at),
    }
    for (const each of reachableSchemas(document, below, seen)) {
      const entries = isObject(each.value) ? Object.entries(each.value) : []
      const faulty = entries.find(
        ([key, own]) => keywordEntry(key) !== undefined && ownFault(document, each.address, key, own) !== undefined,
      )
      if (faulty !== undefined) return `\`${name}\` contains a \`${faulty[0]}\` that cannot be compiled`
    }
    for (const each of visited) sound.add(each)
  }
  return undefined
}

/**
 * If the keyword `name` depends on another keyword that cannot be compiled, returns this as a fault. Example: `items`
 * depends on `prefixItems`.
 */
function faultBeside(document: Document, address: Address, name: string): string | undefined {
  const home = schemaAt(document, address)
  const all = home === undefined ? [] : name.startsWith('unevaluated') ? sameValue(document, home) : [home]
  for (const { address: where, value } of all) {
    const faulty = APPLIED_TO_THE_REST[name]?.find((key) => {
      const own = isObject(value) ? value[key] : undefined
      return own !== undefined && ownFault(document, where, key, own) !== undefined
    })
    if (faulty !== undefined) return `\`${name}\` depends on a \`${faulty}\` that cannot be compiled`
  }
  return undefined
}

/** Matches the message about a keyword that is skipped only because another keyword is faulty. */
export const CONSEQUENCE = /^`\w+` (contains|depends on) a `.+` that cannot be compiled$/

function sameValue(document: Document, schema: FoundSchema): FoundSchema[] {
  return [...reachableSchemas(document, schema, new Set(), SAME_VALUE)]
}

/**
 * True if a reference leads back to the schema that contains it, for the same value. Checking such a schema would never
 * end.
 */
function isLoop(document: Document, home: Address, found: FoundSchema): boolean {
  const { loops } = knownOf(document)
  const key = `${home} ${found.address}`
  const result = loops.get(key) ?? sameValue(document, found).some(({ address }) => address === home)
  loops.set(key, result)
  return result
}

function knownOf(document: Document): Known {
  const own = known.get(document) ?? { loops: new Map(), sound: new Set() }
  known.set(document, own)
  return own
}
