import { StateError } from './state.ts'

/** Reads the options of a provider state one by one. */
export interface WithOptions {
  /** One of the choices, or the fallback if the option is absent. */
  readonly choice: <Choice extends string | number | boolean | null>(
    name: string,
    choices: readonly Choice[],
    fallback: Choice,
  ) => Choice
  /** Any value that `accepts` accepts, or the fallback if the option is absent. */
  readonly value: <Value>(name: string, accepts: (value: unknown) => value is Value, fallback: Value) => Value
  /** @throws {StateError} when an option was given that was not read. */
  readonly rejectUnknown: () => void
}

/** @throws {StateError} from its functions, when the state does not allow the value of an option. */
export function readWithOptions(state: string, given: Readonly<Record<string, unknown>>): WithOptions {
  const unread = new Set(Object.keys(given))
  function value<Value>(name: string, accepts: (value: unknown) => value is Value, fallback: Value): Value {
    if (!unread.delete(name)) return fallback
    const raw = given[name]
    if (!accepts(raw)) throw new StateError(`State ${state} does not allow that value of with.${name}.`)
    return raw
  }
  return {
    value,
    choice: (name, choices, fallback) => {
      type Choice = (typeof choices)[number]
      const isChoice = (raw: unknown): raw is Choice => choices.some((choice) => choice === raw)
      return value(name, isChoice, fallback)
    },
    rejectUnknown: () => {
      if (unread.size > 0)
        throw new StateError(`State ${state} has no option with that name in with: ${[...unread].join(', ')}.`)
    },
  }
}
