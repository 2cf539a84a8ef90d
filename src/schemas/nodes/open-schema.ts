import type { Address, Document } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { followReference, type FoundSchema } from './follow-reference.ts'
import { keywordFault } from './keyword-fault.ts'
import { keywordEntry } from './keyword-table.ts'

/** A schema that was found by following `$ref`. `via` lists the addresses of the objects that contain these `$ref`s. */
export interface OpenedSchema extends FoundSchema {
  readonly via: readonly Address[]
}

/** Follows `$ref` until it finds a schema that has other keywords too. */
export function openSchema(document: Document, found: FoundSchema): OpenedSchema {
  let { address, value } = found
  const via: Address[] = []
  while (isObject(value)) {
    const reference: Json | undefined = value['$ref']
    if (typeof reference !== 'string' || hasSiblings(value)) break
    if (keywordFault(document, address, '$ref', reference) !== undefined) break
    const target = followReference(document, reference, address)
    if (target === undefined) break
    via.push(address)
    ;({ address, value } = target)
  }
  return { address, value, via }
}

function hasSiblings(value: JsonObject): boolean {
  return Object.keys(value).some((name) => name !== '$ref' && keywordEntry(name)?.role !== 'annotation')
}

/** Keywords in which each entry has a pointer, such as `/properties/id` for an entry of `properties`. */
const BY_NAME = new Set(['properties', 'patternProperties', 'dependentSchemas', 'dependentRequired', 'required'])

/**
 * True if a schema and the target of its `$ref` have the same keyword. Pointers do not contain `$ref`, so both
 * occurrences of the keyword would have the same pointer.
 */
export function doCollide(one: JsonObject, other: JsonObject): boolean {
  return Object.keys(one).some((name) => {
    if (!Object.hasOwn(other, name)) return false
    if (!BY_NAME.has(name)) return keywordEntry(name)?.role !== 'annotation'
    const names = new Set(namesOf(one[name]))
    return namesOf(other[name]).some((each) => names.has(each))
  })
}

function namesOf(value: Json | undefined): string[] {
  return isArray(value) ? value.map(String) : isObject(value) ? Object.keys(value) : []
}
