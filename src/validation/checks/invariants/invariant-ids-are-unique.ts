import { childOf, type Address } from '../../../document/document.ts'
import { readInvariants } from '../../../operations/read-annotations.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const invariantIdsAreUnique: DocumentCheck = {
  id: 'invariant_ids_are_unique',
  title: 'no two invariants of one place have the same id',
  why: 'The id names the clause: of two with one name, one is never counted.',
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
    message: `a second invariant here is called \`${id}\``,
    next: 'give it another id',
  }
}
