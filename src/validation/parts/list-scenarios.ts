import { childOf, type Address } from '../../document/document.ts'
import { isObject } from '../../json.ts'
import type { Scenario } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'

/** A scenario in its operation, and where its parts stand. */
export interface PlacedScenario {
  readonly operation: Operation
  readonly scenario: Scenario
  /** The address of a part; the scenario's own where the part is inherited or left to a default. */
  readonly at: (...path: readonly (string | number)[]) => Address
  /** Whether the scenario itself says `given`, and has it not from the base scenario. */
  readonly saysGiven: boolean
}

/** Every scenario of these operations. */
export function listScenarios(operations: readonly Operation[]): PlacedScenario[] {
  return operations.flatMap((operation) =>
    operation.scenarios.map((scenario): PlacedScenario => {
      const { value } = operation.document.resolve(scenario.address)
      const own = isObject(value) ? value : {}
      const at = (...path: readonly (string | number)[]): Address =>
        Object.hasOwn(own, String(path[0])) ? childOf(scenario.address, ...path) : scenario.address
      return { operation, scenario, at, saysGiven: isObject(own['given']) }
    }),
  )
}
