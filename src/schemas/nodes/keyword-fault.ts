import type { Address, Document } from '../../document/document.ts'
import { isObject, type Json } from '../../json.ts'
import { followReference, schemaAt, type FoundSchema } from './follow-reference.ts'
import { formatCheck } from '../parts/format-check.ts'
import { keywordEntry } from './keyword-table.ts'
import { compilePattern, isForeign } from '../values/patterns.ts'
import { reachableSchemas, schemasIn } from './reachable-schemas.ts'

interface Known {
  readonly loops: Map<string, boolean>
  /** Schemas below which every keyword can be compiled. */
  readonly sound: Set<Address>
}

const known = new WeakMap<Document, Known>()

/** Keywords that apply a schema to the same value. */
const SAME_VALUE = new Set([
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
])

/** Keywords that a looser schema below them would make stricter, or send another way. */
const TURNED_BY_A_FAULT = new Set(['not', 'if', 'oneOf', 'contains'])

/**
 * Why a keyword of the schema object at an address cannot be compiled, or undefined. This is the only place that says
 * so: what it refuses is left out everywhere, and told by `listSchemaFaults`.
 */
export function keywordFault(document: Document, address: Address, name: string, value: Json): string | undefined {
  const own = ownFault(document, address, name, value)
  if (own !== undefined) return own
  if (TURNED_BY_A_FAULT.has(name)) return faultBelow(document, address, name)
  return WHAT_IS_LEFT[name] === undefined ? undefined : faultBeside(document, address, name)
}

/** Keywords about what others leave: without one of those they would be asked of what it speaks of. */
const WHAT_IS_LEFT: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ['properties', 'patternProperties'],
  items: ['prefixItems'],
  unevaluatedProperties: ['properties', 'patternProperties', ...SAME_VALUE],
  unevaluatedItems: ['prefixItems', 'items', 'contains', ...SAME_VALUE],
}

/** What is wrong with the keyword itself, not with what stands below it. */
export function ownFault(document: Document, address: Address, name: string, value: Json): string | undefined {
  const entry = keywordEntry(name)
  if (entry === undefined) {
    return name === 'nullable'
      ? '`nullable` is no keyword of OpenAPI 3.1: say type: [<type>, "null"]'
      : `\`${name}\` is no keyword of JSON Schema 2020-12 or OpenAPI 3.1`
  }
  if (!entry.isWellFormed(value)) return `the value of \`${name}\` is not ${entry.form}`
  if (name === 'format' && formatCheck(String(value)) === undefined) return `the format \`${String(value)}\` is unknown`
  if (name === 'pattern') return patternFault(String(value))
  if (name === 'patternProperties' && isObject(value)) return Object.keys(value).map(patternFault).find(Boolean)
  if (entry.role === 'reference') {
    return (
      (name === '$dynamicRef' ? dynamicFault(document, String(value)) : undefined) ??
      referenceFault(document, address, String(value))
    )
  }
  return undefined
}

function patternFault(source: string): string | undefined {
  if (compilePattern(source) !== undefined) return undefined
  return isForeign(source)
    ? `the pattern \`${source}\` means something else in JavaScript than where it was written`
    : `the pattern \`${source}\` does not run in JavaScript`
}

/** Where several schemas have the anchor, the way by which a value came decides which is meant. Core §8.2.3.2. */
function dynamicFault(document: Document, reference: string): string | undefined {
  const anchor = reference.slice(reference.indexOf('#') + 1)
  return document.meanings(anchor) > 1
    ? `the reference \`${reference}\` means another schema by each way that leads to it, and is not followed`
    : undefined
}

function referenceFault(document: Document, address: Address, reference: string): string | undefined {
  const found = followReference(document, reference, address)
  if (found === undefined) return `the reference \`${reference}\` leads nowhere`
  return leadsBack(document, address, found)
    ? `the reference \`${reference}\` leads back to itself at the same value`
    : undefined
}

/** Unknown keywords change nothing that is known; any other fault below `not` or `oneOf` makes their answer unknown. */
function faultBelow(document: Document, address: Address, name: string): string | undefined {
  const { sound } = knownOf(document)
  const value = schemaAt(document, address)?.value
  if (!isObject(value) || value[name] === undefined) return undefined
  for (const [, below] of schemasIn(document, address, { [name]: value[name] })) {
    const visited: Address[] = []
    for (const each of reachableSchemas(document, below)) {
      if (sound.has(each.address)) continue
      visited.push(each.address)
      const entries = isObject(each.value) ? Object.entries(each.value) : []
      const culprit = entries.find(
        ([key, asks]) => keywordEntry(key) !== undefined && ownFault(document, each.address, key, asks) !== undefined,
      )
      if (culprit !== undefined) return `\`${name}\` holds a \`${culprit[0]}\` that cannot be compiled`
    }
    for (const each of visited) sound.add(each)
  }
  return undefined
}

/** A keyword that says what is left for this one, in the same schema or, of unevaluated ones, in all that apply with it. */
function faultBeside(document: Document, address: Address, name: string): string | undefined {
  const home = schemaAt(document, address)
  const all = home === undefined ? [] : name.startsWith('unevaluated') ? sameValue(document, home) : [home]
  for (const { address: where, value } of all) {
    const culprit = WHAT_IS_LEFT[name]?.find((key) => {
      const asks = isObject(value) ? value[key] : undefined
      return asks !== undefined && ownFault(document, where, key, asks) !== undefined
    })
    if (culprit !== undefined) return `\`${name}\` stands beside a \`${culprit}\` that cannot be compiled`
  }
  return undefined
}

/** A schema and every schema that is applied to the same value with it. */
function sameValue(document: Document, schema: FoundSchema): FoundSchema[] {
  const found = new Map([[schema.address, schema]])
  const queue = [schema]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (!isObject(next.value)) continue
    for (const [name, each] of schemasIn(document, next.address, next.value)) {
      if (!SAME_VALUE.has(name) || found.has(each.address)) continue
      found.set(each.address, each)
      queue.push(each)
    }
  }
  return [...found.values()]
}

/** Whether following what applies to the same value comes back to where the reference stands. */
function leadsBack(document: Document, home: Address, found: FoundSchema): boolean {
  const { loops } = knownOf(document)
  const key = `${home} ${found.address}`
  const already = loops.get(key)
  if (already !== undefined) return already
  const isLoop = sameValue(document, found).some(({ address }) => address === home)
  loops.set(key, isLoop)
  return isLoop
}

function knownOf(document: Document): Known {
  const own = known.get(document) ?? { loops: new Map(), sound: new Set() }
  known.set(document, own)
  return own
}
