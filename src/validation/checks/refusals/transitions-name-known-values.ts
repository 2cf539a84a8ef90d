import { childOf } from '../../../document/document.ts'
import { isArray } from '../../../json.ts'
import type { Operation } from '../../../operations/operation.ts'
import { fieldsOf } from '../../../operations/read/read-update.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const transitionsNameKnownValues: DocumentCheck = {
  id: 'transitions_name_known_values',
  title: 'x-transitions must list every enum value of the field, and no other values',
  why: 'The field has only the values of its enum, so a change from or to any other value never happens.',
  level: 'error',
  check({ operations }) {
    return operations.flatMap(faultsOf)
  },
}

function faultsOf(operation: Operation): DocumentFault[] {
  const fields = fieldsOf(operation.requestBody?.content[0]?.schema)
  return [...operation.transitions].flatMap(([name, { allowed, address }]) => {
    const values = fields.get(name)?.['enum']
    const known = isArray(values) ? values.map(String) : []
    const wrong = Object.entries(allowed).flatMap(([from, to]): DocumentFault[] => [
      ...(known.includes(from) ? [] : [fault(childOf(address, from), name, from)]),
      ...to.flatMap((each, index) => (known.includes(each) ? [] : [fault(childOf(address, from, index), name, each)])),
    ])
    const missing = known.filter((value) => !Object.hasOwn(allowed, value))
    return [
      ...wrong,
      ...missing.map((value) => ({
        address,
        message: `the transitions of \`${name}\` do not list the values that \`${value}\` may change to`,
        next: `add \`${value}: []\` if this value may not change`,
      })),
    ]
  })
}

function fault(address: string, field: string, value: string): DocumentFault {
  return {
    address,
    message: `\`${value}\` is not a value of \`${field}\``,
    next: 'correct the spelling, or add the value to the enum',
  }
}
