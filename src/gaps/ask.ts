import { rootPlace } from './root-place.ts'
import type { Closing, Question } from './gap.ts'
import type { Recorded } from './recorded.ts'

/** An invariant that closes a gap. */
export interface ProposedInvariant {
  readonly id: string
  readonly when?: string
  readonly rule: string
  readonly message: string
}

/** Returns the parts of a question that are the same for all questions about a response. */
export function askedOf({ contract, response }: Recorded): Pick<Question, 'operation' | 'status'> {
  return { operation: contract.operation, status: response.status }
}

/** Returns a way to close a gap: invariants of the response, one for each field. */
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

/** Returns a name for an id: `unit price` becomes `unit-price`. */
export function slug(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
}
