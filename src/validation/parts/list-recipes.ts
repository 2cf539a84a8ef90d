import { childOf, type Address } from '../../document/document.ts'
import { isObject } from '../../json.ts'
import type { Recipe } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'

/** A recipe in its operation, and where its parts stand. */
export interface PlacedRecipe {
  readonly operation: Operation
  readonly recipe: Recipe
  /** The address of a part; the recipe's own where the part is inherited or left to a default. */
  readonly at: (...path: readonly (string | number)[]) => Address
  /** Whether the recipe itself says `given`, and has it not from the base recipe. */
  readonly saysGiven: boolean
}

/** Every recipe of these operations. */
export function listRecipes(operations: readonly Operation[]): PlacedRecipe[] {
  return operations.flatMap((operation) =>
    operation.recipes.map((recipe): PlacedRecipe => {
      const { value } = operation.document.resolve(recipe.address)
      const own = isObject(value) ? value : {}
      const at = (...path: readonly (string | number)[]): Address =>
        Object.hasOwn(own, String(path[0])) ? childOf(recipe.address, ...path) : recipe.address
      return { operation, recipe, at, saysGiven: isObject(own['given']) }
    }),
  )
}
