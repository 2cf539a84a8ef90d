import { decideScenario } from '../../../cases/combinations/decide-scenario.ts'
import { ContractError } from '../../../errors.ts'
import type { Role, Scenario } from '../../../operations/annotations.ts'
import type { Operation } from '../../../operations/operation.ts'
import type { DocumentCheck } from '../../check.ts'

export const refusalsAgreeWithScenarios: DocumentCheck = {
  id: 'refusals_agree_with_scenarios',
  title: 'the refusal rules must give every scenario the status that the scenario expects',
  why: 'If a rule and a scenario contradict each other, the server cannot satisfy both.',
  level: 'error',
  check({ scenarios }) {
    return scenarios
      .filter(({ operation }) => operation.refusals.length > 0)
      .flatMap(({ operation, scenario }) => {
        const [said] = scenario.as.flatMap((role) => disagreement(operation, scenario, role) ?? [])
        if (said === undefined) return []
        const message = `the scenario \`${scenario.id}\` expects ${scenario.status}, but ${said}`
        return [
          { address: scenario.address, message, next: 'correct the scenario, the rule, or the sample of the state' },
        ]
      })
  },
}

/**
 * Returns what the refusal rules decide about the request of a scenario, if the scenario expects another response.
 * Returns undefined if the scenario and the rules agree, or if the rules cannot decide.
 */
function disagreement(operation: Operation, scenario: Scenario, role: Role): string | undefined {
  const decision = decided(operation, scenario, role)
  if (decision === undefined || decision.kind === 'unknown') return undefined
  const expected = [scenario.status, ...scenario.accept]
  if (decision.kind === 'accepted')
    return expected.some((status) => status.startsWith('2')) ? undefined : 'no refusal rule is true'
  const { id, status, accept } = decision.rule
  return [status, ...accept].some((each) => expected.includes(each))
    ? undefined
    : `the refusal rule \`${id}\` gives ${status}`
}

function decided(operation: Operation, scenario: Scenario, role: Role): ReturnType<typeof decideScenario> {
  try {
    return decideScenario(operation, scenario, role)
  } catch (error) {
    // Another check reports a rule that does not compile.
    if (error instanceof ContractError) return undefined
    throw error
  }
}
