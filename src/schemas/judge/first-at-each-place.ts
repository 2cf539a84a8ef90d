import type { KeywordGroup, SchemaMismatch } from '../schema.ts'

const ORDER: readonly KeywordGroup[] = ['type', 'enum', 'format', 'pattern', 'bounds', 'rest']

/**
 * Keeps one violation for each place in the value: the first in the order of `ORDER`. A place is a JSON Pointer. If an
 * object or array has the wrong type, removes all violations inside it.
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
