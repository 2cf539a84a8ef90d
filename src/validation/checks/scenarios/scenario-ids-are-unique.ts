import type { DocumentCheck } from '../../check.ts'

export const scenarioIdsAreUnique: DocumentCheck = {
  id: 'scenario_ids_are_unique',
  title: 'no two scenarios of an operation have the same id',
  why: 'The id names the case: of two with one name, one cannot be replayed.',
  level: 'error',
  check(context) {
    const seen = new Set<string>()
    return context.scenarios.flatMap(({ operation, scenario, at }) => {
      const name = `${operation.id} ${scenario.id}`
      if (scenario.id !== '' && seen.has(name)) {
        const message = `a second scenario of \`${operation.id}\` is called \`${scenario.id}\``
        return [{ address: at('id'), message, next: 'give it another id' }]
      }
      seen.add(name)
      return []
    })
  },
}
