import { StateError } from './state.ts'

/** Reads the options of a provider state one by one; what is left over at the end is an error. */
export interface WithOptions {
  /** One of the choices, or the default when it is not given. */
  readonly choice: <Choice extends string | number | boolean | null>(
    name: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ) => Choice
  /** Any value that `accepts` takes, or the default when it is not given. */
  readonly value: <Value>(name: string, accepts: (value: unknown) => value is Value, otherwise: Value) => Value
  /** @throws {StateError} when an option was given that nobody asked for. */
  readonly nothingElse: () => void
}

/** @throws {StateError} from its functions, when an option has no value that the state allows. */
export function readWithOptions(state: string, given: Readonly<Record<string, unknown>>): WithOptions {
  const left = new Set(Object.keys(given))
  function value<Value>(name: string, accepts: (value: unknown) => value is Value, otherwise: Value): Value {
    if (!left.delete(name)) return otherwise
    const found = given[name]
    if (!accepts(found)) throw new StateError(`State ${state} does not allow that value of with.${name}.`)
    return found
  }
  return {
    value,
    choice: (name, choices, otherwise) => {
      type Choice = (typeof choices)[number]
      const isChoice = (found: unknown): found is Choice => choices.some((choice) => choice === found)
      return value(name, isChoice, otherwise)
    },
    nothingElse: () => {
      if (left.size > 0) throw new StateError(`State ${state} has no such option in with: ${[...left].join(', ')}.`)
    },
  }
}
