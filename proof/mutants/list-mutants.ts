import type { Json } from '../../src/json.ts'
import { listOperationPlaces, listSchemaPlaces } from './list-places.ts'
import { mutantName, type Mutant } from './mutant.ts'
import { operationMutants } from './operation-mutants.ts'
import { schemaMutants } from './schema-mutants.ts'

/** Lists every mutant of a source document, in document order, without duplicates. */
export function listMutants(root: Json): Mutant[] {
  const all = [
    ...listOperationPlaces(root).flatMap((place) => operationMutants(root, place)),
    ...listSchemaPlaces(root).flatMap(schemaMutants),
  ]
  return [...new Map(all.map((mutant) => [`${mutant.of} ${mutantName(mutant)}`, mutant])).values()]
}

/**
 * Returns a sample of at most `most` mutants, with about the same number of mutants for each operator (kind of change).
 * The same mutants always give the same sample.
 */
export function sampleMutants(mutants: readonly Mutant[], most: number): Mutant[] {
  const operators = new Map<string, Mutant[]>()
  for (const mutant of mutants) {
    const key = `${mutant.of} ${mutant.operator}`
    operators.set(key, [...(operators.get(key) ?? []), mutant])
  }
  const chosen = new Set<Mutant>()
  for (let turn = 0; chosen.size < Math.min(most, mutants.length); turn += 1) {
    for (const own of operators.values()) {
      // Takes every third mutant, because mutants that follow each other are similar.
      const next = own[(turn * 3) % own.length]
      const first = next !== undefined && !chosen.has(next) ? next : own.find((mutant) => !chosen.has(mutant))
      if (first !== undefined && chosen.size < most) chosen.add(first)
    }
  }
  return mutants.filter((mutant) => chosen.has(mutant))
}
