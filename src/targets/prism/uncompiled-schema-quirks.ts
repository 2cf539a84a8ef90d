import type { Case } from '../../cases/case.ts'
import { childOf, type Address, type Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { Quirk } from './quirk.ts'

/** Quirks of Prism 5.14 with schemas that it cannot compile. For such a schema, Prism silently accepts any value. */
export const UNCOMPILED_QUIRKS: readonly Quirk[] = [
  {
    id: 'pattern-that-does-not-compile',
    title: 'Prism skips a schema with a pattern that is invalid in Unicode mode',
    hides: (aCase) => judgedBy(aCase).some((schema) => patternsOf(schema).some((pattern) => !compiles(pattern))),
  },
  {
    id: 'cycle-as-3-0-writes-it',
    title: 'Prism skips a recursive schema with `nullable` or an exclusive bound of OpenAPI 3.0',
    hides: (aCase) => judgedBy(aCase).some((schema) => hasUnreadCycle(schema)),
  },
  {
    id: 'null-listed-beside-nullable',
    title: 'Prism skips a nullable schema whose `enum` lists null: it adds a second null',
    hides: (aCase) => judgedBy(aCase).some((schema) => listsNullTwice(schema)),
  },
]

/**
 * Returns the schemas that a negative case violates. Returns an empty list for a null body, because Prism counts it as
 * absent and therefore refuses it without a schema.
 */
function judgedBy({ operation, negative, send }: Case): Schema[] {
  if (negative === undefined || send.body === null) return []
  const content = operation.requestBody?.content ?? []
  const place = [...operation.parameters, ...content].find(({ pointer }) => negative.clause.startsWith(`${pointer}/`))
  // If a request has no content type, Prism reads its body as the first documented media type.
  const schema = place?.schema ?? (negative.name === 'missing' ? content[0]?.schema : undefined)
  return schema === undefined || negative.name === 'malformed' ? [] : [schema]
}

function patternsOf(schema: Schema): string[] {
  return listKeywords(schema, 'request').flatMap(({ name, value }) => (name === 'pattern' ? [String(value)] : []))
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/**
 * Returns a function with the result of `find` for a schema of an OpenAPI 3.0 document. The function calls `find` only
 * once per schema. For other versions of OpenAPI, it returns false.
 */
function askedOnce(find: (document: Document, address: Address) => boolean): (schema: Schema) => boolean {
  const known = new WeakMap<Document, Map<Address, boolean>>()
  return ({ document, address }) => {
    if (!document.openapi.startsWith('3.0')) return false
    const ofDocument = known.get(document) ?? new Map<Address, boolean>()
    known.set(document, ofDocument)
    const answer = ofDocument.get(address) ?? find(document, address)
    ofDocument.set(address, answer)
    return answer
  }
}

/**
 * True if references form a cycle, and the cycle contains a keyword that only OpenAPI 3.0 has. Prism first resolves
 * references and then converts these keywords, but it cannot resolve a cycle.
 */
const hasUnreadCycle = askedOnce(findsUnreadCycle)

function findsUnreadCycle(document: Document, address: Address): boolean {
  const all = [...reachedFrom(document, address)]
  if (!all.some((each) => isWrittenAs30(writtenAt(document, each)))) return false
  const targets = all.filter((each) => isObject(writtenAt(document, each))).flatMap((each) => referred(document, each))
  const cycles = [...new Set(targets)].filter((each) =>
    inside(document, each).some((below) => reachedFrom(document, below).has(each)),
  )
  return cycles.some((each) =>
    [...reachedFrom(document, each)].some((below) => isWrittenAs30(writtenAt(document, below))),
  )
}

function isWrittenAs30(value: Json | undefined): boolean {
  if (!isObject(value)) return false
  const isExclusive = [value['exclusiveMinimum'], value['exclusiveMaximum']].some((each) => typeof each === 'boolean')
  return isExclusive || (value['nullable'] === true && value['type'] === undefined)
}

const listsNullTwice = askedOnce((document, address) =>
  [...reachedFrom(document, address)].some((each) => {
    const value = writtenAt(document, each)
    return isObject(value) && value['nullable'] === true && isArray(value['enum']) && value['enum'].includes(null)
  }),
)

function writtenAt(document: Document, address: Address): Json | undefined {
  const [url = '', pointer = ''] = address.split('#')
  return valueAt(document.written.get(url), pointer)
}

/**
 * Returns `from` and every address below it. Also follows references, and returns the addresses below their targets.
 */
function reachedFrom(document: Document, from: Address): Set<Address> {
  const found = new Set([from])
  for (const address of found) for (const each of inside(document, address)) found.add(each)
  return found
}

function inside(document: Document, address: Address): Address[] {
  const value = writtenAt(document, address)
  if (isArray(value)) return [...value.keys()].map((index) => childOf(address, index))
  if (!isObject(value)) return []
  const target = referred(document, address)
  return target.length > 0 ? target : Object.keys(value).map((key) => childOf(address, key))
}

function referred(document: Document, address: Address): Address[] {
  const value = writtenAt(document, address)
  const reference = isObject(value) ? value['$ref'] : undefined
  return typeof reference === 'string' ? [document.target(reference, address)] : []
}
