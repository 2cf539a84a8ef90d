import { rootPlace } from './root-place.ts'
import type { Closing, Question } from './gap.ts'
import type { Recorded } from './recorded.ts'

/** An invariant that is proposed because it would detect a fault. */
export interface ProposedInvariant {
  readonly id: string
  readonly when?: string
  readonly rule: string
  readonly message: string
}

/**
 * Returns the properties that all questions about a response have in common: the operation and the status of the
 * response.
 */
export function askedOf({ contract, response }: Recorded): Pick<Question, 'operation' | 'status'> {
  return { operation: contract.operation, status: response.status }
}

/**
 * Returns a function that changes the document: for each field, it adds an invariant to the response. The function
 * returns undefined if an overlay cannot change the response.
 */
export function byInvariants(
  { contract: { operation }, response }: Recorded,
  invariantFor: (field: string) => ProposedInvariant,
): (fields: readonly string[]) => Closing | undefined {
  const place = rootPlace(operation.document, response.address)
  return (fields) =>
    place === undefined
      ? undefined
      : { ...place, update: { 'x-invariants': fields.map((each) => ({ ...invariantFor(each) })) } }
}

/** Converts a name to an id: `unit price` becomes `unit-price`. */
export function slug(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
}
