import { childOf, type Address } from '../../document/document.ts'
import { asObject, isObject } from '../../json.ts'
import type { Scenario } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'

/** A scenario and its operation, and a function that returns addresses inside the scenario. */
export interface PlacedScenario {
  readonly operation: Operation
  readonly scenario: Scenario
  /**
   * Returns the address of a property of the scenario. A property that is inherited or has its default value is not
   * written in the scenario. For such a property, returns the address of the scenario.
   */
  readonly at: (...path: readonly (string | number)[]) => Address
  /** True if the scenario has its own `given`. False if it inherits `given` from another scenario. */
  readonly saysGiven: boolean
}

/** Lists every scenario of the given operations. */
export function listScenarios(operations: readonly Operation[]): PlacedScenario[] {
  return operations.flatMap((operation) =>
    operation.scenarios.map((scenario): PlacedScenario => {
      const { value } = operation.document.resolve(scenario.address)
      const own = asObject(value)
      const at = (...path: readonly (string | number)[]): Address =>
        Object.hasOwn(own, String(path[0])) ? childOf(scenario.address, ...path) : scenario.address
      return { operation, scenario, at, saysGiven: isObject(own['given']) }
    }),
  )
}
