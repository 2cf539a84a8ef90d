import type { DocumentCheck } from '../../check.ts'

export const scenarioIdsAreUnique: DocumentCheck = {
  id: 'scenario_ids_are_unique',
  title: 'every scenario of an operation must have a different id',
  why: 'The id of a scenario identifies its case. If two scenarios have the same id, only one of them can be replayed.',
  level: 'error',
  check(context) {
    const seen = new Set<string>()
    return context.scenarios.flatMap(({ operation, scenario, at }) => {
      const name = `${operation.id} ${scenario.id}`
      if (scenario.id !== '' && seen.has(name)) {
        const message = `another scenario of \`${operation.id}\` has the id \`${scenario.id}\``
        return [{ address: at('id'), message, next: 'give this scenario another id' }]
      }
      seen.add(name)
      return []
    })
  },
}
