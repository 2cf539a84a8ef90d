import type { DocumentCheck } from '../../check.ts'

export const invariantsUseAvailableVariables: DocumentCheck = {
  id: 'invariants_use_available_variables',
  title: 'every invariant stands where what it names is known',
  why: 'A schema is shared: there is no one request, state or earlier representation that it could speak of.',
  level: 'error',
  check(context) {
    return context.rules.flatMap(({ invariant, address, on, compiled }) => {
      if (on === 'nothing') {
        const message = `the invariant \`${invariant.id}\` stands neither on a response nor on a schema`
        return [{ address: invariant.address, message, next: 'move it to the response, or to the schema of its body' }]
      }
      const foreign = [...(compiled?.names ?? [])].filter((name) => ['request', 'before', 'given'].includes(name))
      if (on === 'response' || foreign.length === 0) return []
      const message = `the invariant \`${invariant.id}\` speaks of \`${foreign.join('` and `')}\`, but stands on a schema`
      return [{ address, message, next: 'move it to the x-invariants of the response' }]
    })
  },
}
