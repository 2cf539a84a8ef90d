import type { DocumentCheck } from '../../check.ts'

export const invariantsUseAvailableVariables: DocumentCheck = {
  id: 'invariants_use_available_variables',
  title: 'every invariant is on an object where its variables are available',
  why: 'Several operations share a schema, so an invariant on it cannot read the request, the provider state or an earlier response.',
  level: 'error',
  check(context) {
    return context.rules.flatMap(({ invariant, address, on, compiled }) => {
      if (on === 'nothing') {
        const message = `the invariant \`${invariant.id}\` is neither on a response nor on a schema`
        return [
          {
            address: invariant.address,
            message,
            next: 'move the invariant to a response, or to the schema of its body',
          },
        ]
      }
      const unavailable = [...(compiled?.names ?? [])].filter((name) => ['request', 'before', 'given'].includes(name))
      if (on === 'response' || unavailable.length === 0) return []
      const message = `the invariant \`${invariant.id}\` reads \`${unavailable.join('` and `')}\`, which is not available on a schema`
      return [{ address, message, next: 'move the invariant to the x-invariants of the response' }]
    })
  },
}
