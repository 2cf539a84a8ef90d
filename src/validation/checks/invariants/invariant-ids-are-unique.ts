import { childOf, type Address } from '../../../document/document.ts'
import { readInvariants } from '../../../operations/read/read-annotations.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const invariantIdsAreUnique: DocumentCheck = {
  id: 'invariant_ids_are_unique',
  title: 'every invariant of an object must have a different id',
  why: 'The id of an invariant identifies its clause. If two invariants have the same id, only one of them is counted.',
  level: 'error',
  check({ objects }) {
    return objects.flatMap(({ address, value }) => {
      const seen = new Set<string>()
      return readInvariants(value, address).flatMap(({ id, address: at }) => {
        if (seen.has(id)) return [fault(id, at)]
        seen.add(id)
        return []
      })
    })
  },
}

function fault(id: string, at: Address): DocumentFault {
  return {
    address: childOf(at, 'id'),
    message: `another invariant of this object has the id \`${id}\``,
    next: 'give this invariant another id',
  }
}
