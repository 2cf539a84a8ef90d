import type { KeywordGroup, SchemaMismatch } from '../schema.ts'

const ORDER: readonly KeywordGroup[] = ['type', 'enum', 'format', 'pattern', 'bounds', 'rest']

/**
 * Keeps one violation per JSON Pointer: the first in the order of `ORDER`. Removes all violations inside a value of the
 * wrong type.
 */
export function firstAtEachPlace(mismatches: readonly SchemaMismatch[]): readonly SchemaMismatch[] {
  if (mismatches.length < 2) return mismatches
  const first = new Map<string, SchemaMismatch>()
  for (const mismatch of mismatches) {
    const known = first.get(mismatch.at)
    if (known === undefined || rank(mismatch) < rank(known)) first.set(mismatch.at, mismatch)
  }
  const wrong = [...first.values()].filter((each) => each.keyword.group === 'type').map((each) => each.at)
  return [...first.values()].filter((each) => !wrong.some((at) => each.at.startsWith(`${at}/`)))
}

function rank({ keyword }: SchemaMismatch): number {
  return ORDER.indexOf(keyword.group)
}
