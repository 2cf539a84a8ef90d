import type { ContractError } from '../errors.ts'
import { childOf, type Address, type Document } from '../document/document.ts'
import { valueAt } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'

/**
 * Returns the error of the first reference without a target that can be reached from the addresses `from`. Returns
 * undefined if all references have targets.
 */
export function brokenReference(document: Document, from: readonly Address[]): ContractError | undefined {
  if (document.broken.size === 0) return undefined
  const reached = new Set(from)
  for (const address of reached) {
    const broken = document.broken.get(address)
    if (broken !== undefined) return broken
    for (const next of leadsTo(document, address)) reached.add(next)
  }
  return undefined
}

function leadsTo(document: Document, address: Address): Address[] {
  const value = rawValue(document, address)
  if (isArray(value)) return value.map((_, index) => childOf(address, index))
  if (!isObject(value)) return []
  const reference = value['$ref']
  const [url = ''] = address.split('#')
  const target =
    typeof reference === 'string' && URL.canParse(reference, url) ? [document.target(reference, address)] : []
  return [...target, ...Object.keys(value).map((key) => childOf(address, key))]
}

function rawValue(document: Document, address: Address): Json | undefined {
  const hash = address.indexOf('#')
  return valueAt(document.resources.get(address.slice(0, hash)), address.slice(hash + 1))
}
