import type { DocumentCheck } from '../../check.ts'

export const invariantsWithGivenHaveStates: DocumentCheck = {
  id: 'invariants_with_given_have_states',
  title: 'a document whose invariants read `given` must declare provider states',
  why: 'Without `x-states` there is no `given`, so the invariant is never evaluated.',
  level: 'error',
  check({ document, rules }) {
    if ('x-states' in document.root.value) return []
    return rules
      .filter(({ compiled }) => compiled?.names.has('given') === true)
      .map(({ invariant, address }) => ({
        address,
        message: `the invariant \`${invariant.id}\` reads \`given\`, but the document has no \`x-states\``,
        next: 'add x-states, or apply the overlay that has them: --overlay FILE',
      }))
  },
}
