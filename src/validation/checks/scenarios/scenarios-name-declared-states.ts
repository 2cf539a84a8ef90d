import { checkLiterals } from '../../../cases/literals.ts'
import { childOf, type Document } from '../../../document/document.ts'
import type { StateDeclaration } from '../../../operations/annotations.ts'
import { compileSchema } from '../../../schemas/check-value.ts'
import type { Schema } from '../../../schemas/schema.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import type { PlacedScenario } from '../../parts/list-scenarios.ts'

export const scenariosNameDeclaredStates: DocumentCheck = {
  id: 'scenarios_name_declared_states',
  title: 'every scenario asks for a declared state, with parameters that it takes',
  why: 'Whoever builds the state reads its declaration and nothing else.',
  level: 'error',
  check(context) {
    return context.scenarios.flatMap((placed) => {
      const { operation, scenario } = placed
      if (scenario.given === undefined) return []
      const state = operation.states.get(scenario.given.state)
      if (state !== undefined) return [...faultsOfWith(placed, state), ...faultsOfPath(placed, state)]
      if (!placed.saysGiven) return []
      const message = `\`${scenario.given.state}\` is none of the states in x-states`
      return [{ address: placed.at('given', 'state'), message, next: 'declare it there, or name one that is' }]
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
    message: `the state \`${state.name}\` does not take this: expected ${mismatch.expected}`,
    next: 'see what its `with` declares in x-states',
  }))
}

/** What the path needs and neither the scenario nor its state has. */
function faultsOfPath({ operation, scenario, at }: PlacedScenario, state: StateDeclaration): DocumentFault[] {
  return operation.parameters
    .filter((parameter) => parameter.in === 'path' && !Object.hasOwn(scenario.send.path ?? {}, parameter.name))
    .filter(({ name }) => checkLiterals({ $state: `/path/${escape(name)}` }, state.gives).length > 0)
    .map(({ name }) => ({
      address: at('given', 'state'),
      message: `the state \`${state.name}\` gives no \`${name}\`, which the path needs`,
      next: 'add it to `gives`, or send it in the scenario’s own `path`',
    }))
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function schemaOfWith(document: Document, state: StateDeclaration): Schema {
  return { document, address: childOf(state.address, 'with'), pointer: '', value: state.with }
}
