import type { Document } from '../document/document.ts'
import { allowedTypes, flatOf, type Flat } from './compare/flat.ts'
import { isNarrowing, type SchemaDifference } from './compare/difference.ts'
import { SchemaComparison } from './compare/schema-comparison.ts'
import type { Direction, Schema } from './schema.ts'

export { isNarrowing, isWidening, type Aspect, type Movement, type SchemaDifference } from './compare/difference.ts'

/** A function that compares schemas of two documents. */
export interface CompareSchemas {
  /**
   * Returns the differences between two schemas. An undefined schema allows every value. With `asText`, the values are
   * sent as text, as in parameters and XML. A string schema then also accepts a number, because 7 is sent as the text
   * `7`.
   */
  (
    base: Schema | undefined,
    head: Schema | undefined,
    options?: { readonly asText?: boolean },
  ): readonly SchemaDifference[]
}

/**
 * Returns a function that compares schemas of two documents. `direction` says whether their values are sent in requests
 * or in responses.
 */
export function schemaComparison(base: Document, head: Document, direction: Direction): CompareSchemas {
  const comparison = new SchemaComparison(base, head, direction)
  return (mine, theirs, { asText = false } = {}) => {
    const one = flatOf(comparison.base, mine === undefined ? [] : [mine])
    const other = flatOf(comparison.head, theirs === undefined ? [] : [theirs])
    const differences = comparison.compare(one, other)
    if (!asText || !differences.some(isNarrowing)) return differences
    if (isAnyText(other)) return differences.map(asLayout)
    return listItems(comparison, one, other) ?? differences
  }
}

/** True for a string schema without restrictions. It accepts every text. */
function isAnyText(flat: Flat): boolean {
  const keywords = flat.parts.flatMap(({ value }) => Object.keys(value))
  const restricts = ['enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'allOf', 'oneOf', 'anyOf', 'not']
  return allowedTypes(flat).has('string') && !restricts.some((each) => keywords.includes(each))
}

function asLayout(difference: SchemaDifference): SchemaDifference {
  return isNarrowing(difference) ? { ...difference, movement: 'widened' } : difference
}

/**
 * Compares a scalar schema with a list schema, for values that are sent as text. The value 7 and the list [7] are both
 * sent as `7`. If every valid text stays valid, returns the differences as `widened`. Otherwise returns undefined.
 */
function listItems(comparison: SchemaComparison, one: Flat, other: Flat): readonly SchemaDifference[] | undefined {
  if (allowedTypes(one).has('array') || !allowedTypes(other).has('array')) return undefined
  const items = other.parts.flatMap(({ address, value }) => {
    const own = value['items']
    return own === undefined || typeof own !== 'object' || Array.isArray(own)
      ? []
      : [{ address: `${address}/items`, value: own as Schema['value'] }]
  })
  const least = other.parts.some(({ value }) => Number(value['minItems'] ?? 0) > 1)
  const inner = comparison.compare(one, flatOf(comparison.head, items))
  if (least || inner.some(isNarrowing)) return undefined
  return comparison.compare(one, other).map((each) => ({ ...each, movement: 'widened' as const }))
}
