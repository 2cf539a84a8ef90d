import { childOf } from '../../../document/document.ts'
import { ContractError } from '../../../errors.ts'
import { compileCel } from '../../../invariants/compile-rule.ts'
import { REFUSAL_VARIABLES } from '../../../refusals/compile-refusals.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const refusalsCompile: DocumentCheck = {
  id: 'refusals_compile',
  title: 'every refusal rule must have a valid CEL expression as its condition',
  why: 'A condition that does not compile cannot be evaluated. A condition may read only the variables of refusal rules.',
  level: 'error',
  check({ operations }) {
    return operations.flatMap(({ refusals }) =>
      refusals.flatMap(({ id, when, address }): DocumentFault[] => {
        try {
          compileCel(when, '', REFUSAL_VARIABLES, 'refusal-invalid')
          return []
        } catch (error) {
          if (!(error instanceof ContractError)) throw error
          return [
            {
              address: childOf(address, 'when'),
              message: `the refusal rule \`${id}\` is not valid CEL: ${error.details.what ?? 'it does not compile'}`,
              next: `correct the expression; it can read ${REFUSAL_VARIABLES.join(', ')}`,
            },
          ]
        }
      }),
    )
  },
}
