import { checkLiterals } from '../../../cases/literals/literals.ts'
import type { JsonObject } from '../../../json.ts'
import type { DocumentCheck } from '../../check.ts'

const NO_STATE: JsonObject = { type: 'object', additionalProperties: false, properties: {} }

export const scenariosUseValidLiterals: DocumentCheck = {
  id: 'scenarios_use_valid_literals',
  title:
    'every `$` literal of a scenario is known, and every `$state` names a value that the provider state of the scenario has',
  why: 'An unknown `$` literal is sent unchanged, and the target refuses the request for the wrong reason.',
  level: 'error',
  check(context) {
    return context.scenarios.flatMap(({ operation, scenario, at }) => {
      const state = scenario.given === undefined ? undefined : operation.states.get(scenario.given.state)
      const isUnknown = scenario.given !== undefined && state === undefined
      const gives = isUnknown ? undefined : (state?.gives ?? NO_STATE)
      return (['send', 'then'] as const).flatMap((part) =>
        checkLiterals({ ...scenario[part] }, gives).map((problem) => ({
          address: at(part) + problem.at,
          message: problem.what,
          next: 'specs/README.md explains $time, $state and $json',
        })),
      )
    })
  },
}
