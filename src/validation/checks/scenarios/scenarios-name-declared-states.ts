import { checkLiterals } from '../../../cases/literals/literals.ts'
import { childOf, type Document } from '../../../document/document.ts'
import type { StateDeclaration } from '../../../operations/annotations.ts'
import { compileSchema } from '../../../schemas/check-value.ts'
import type { Schema } from '../../../schemas/schema.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import type { PlacedScenario } from '../../parts/list-scenarios.ts'

export const scenariosNameDeclaredStates: DocumentCheck = {
  id: 'scenarios_name_declared_states',
  title: 'every scenario uses a declared state with valid parameters',
  why: 'The code that sets up a provider state accepts only the parameters that the document declares for this state.',
  level: 'error',
  check(context) {
    return context.scenarios.flatMap((placed) => {
      const { operation, scenario } = placed
      if (scenario.given === undefined) return []
      const state = operation.states.get(scenario.given.state)
      if (state !== undefined) return [...faultsOfWith(placed, state), ...faultsOfPath(placed, state)]
      if (!placed.saysGiven) return []
      const message = `\`${scenario.given.state}\` is not declared in x-states`
      return [
        {
          address: placed.at('given', 'state'),
          message,
          next: 'declare the state in x-states, or use a declared state',
        },
      ]
    })
  },
}

function faultsOfWith(
  { operation, scenario, at, saysGiven }: PlacedScenario,
  state: StateDeclaration,
): DocumentFault[] {
  if (!saysGiven || scenario.given === undefined) return []
  const mismatches = compileSchema(schemaOfWith(operation.document, state)).check(scenario.given.with, 'request')
  return mismatches.map((mismatch) => ({
    address: at('given', 'with') + mismatch.at,
    message: `the state \`${state.name}\` does not accept this parameter: expected ${mismatch.expected}`,
    next: 'correct the parameter; `with` of the state in x-states describes it',
  }))
}

/** Reports each path parameter that gets a value neither from the scenario nor from its provider state. */
function faultsOfPath({ operation, scenario, at }: PlacedScenario, state: StateDeclaration): DocumentFault[] {
  return operation.parameters
    .filter((parameter) => parameter.in === 'path' && !Object.hasOwn(scenario.send.path ?? {}, parameter.name))
    .filter(({ name }) => checkLiterals({ $state: `/path/${escape(name)}` }, state.gives).length > 0)
    .map(({ name }) => ({
      address: at('given', 'state'),
      message: `the state \`${state.name}\` provides no \`${name}\`, which the path requires`,
      next: 'add the value to `gives`, or to `send.path` of the scenario',
    }))
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function schemaOfWith(document: Document, state: StateDeclaration): Schema {
  return { document, address: childOf(state.address, 'with'), pointer: '', value: state.with }
}
