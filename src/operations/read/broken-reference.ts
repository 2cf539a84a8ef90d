import type { ContractError } from '../../errors.ts'
import { childOf, type Address, type Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'

/**
 * Checks the values at the addresses `from`, and everything that they contain or reference. Returns the error of the
 * first broken reference. Returns undefined if there is none.
 */
export function brokenReference(document: Document, from: readonly Address[]): ContractError | undefined {
  if (document.broken.size === 0) return undefined
  for (const address of reachableFrom(document, from)) {
    const broken = document.broken.get(address)
    if (broken !== undefined) return broken
  }
  return undefined
}

/** Returns the addresses of the broken references that operations or webhooks use. */
export function usedBrokenReferences(document: Document): ReadonlySet<Address> {
  const from = ['paths', 'webhooks'].map((key) => childOf(document.root.address, key))
  return new Set([...reachableFrom(document, from)].filter((address) => document.broken.has(address)))
}

/** Yields the addresses of all values inside the values at `from`. Follows references. */
function* reachableFrom(document: Document, from: readonly Address[]): Generator<Address> {
  const reached = new Set(from)
  for (const address of reached) {
    yield address
    for (const next of leadsTo(document, address)) reached.add(next)
  }
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
