import type { SandboxAnswer } from '../http/answer.ts'
import type { ChangeOf } from '../behaviour.ts'
import { isJsonObject } from '../http/json-text.ts'

/** The properties of a JSON object. */
export type JsonBody = Readonly<Record<string, unknown>>

/** Makes a fault that changes every response, including refusals. */
export function answers<U, A, N extends string>(
  change: (answer: SandboxAnswer, update: U) => SandboxAnswer,
): ChangeOf<U, A, N> {
  return () => ({ answer: change })
}

/** In each response that has the given status and for which `when` returns true, sets the properties in `parts`. */
export function answersWith<U, A, N extends string>(
  status: number,
  parts: Partial<SandboxAnswer>,
  when: (update: NoInfer<U>) => boolean = () => true,
): ChangeOf<U, A, N> {
  return answers((answer, update) => (answer.status === status && when(update) ? { ...answer, ...parts } : answer))
}

/** Gives each response that has the given status another content type. `parts` can also replace its body. */
export function answersAs<U, A, N extends string>(
  status: number,
  type: string,
  parts: Partial<SandboxAnswer> = {},
): ChangeOf<U, A, N> {
  return answers((answer) =>
    answer.status === status ? { ...answer, headers: { ...answer.headers, 'content-type': type }, ...parts } : answer,
  )
}

/** Changes the body of the response to an accepted update. */
export function changesBody<U, A, N extends string>(change: (body: JsonBody, update: U) => unknown): ChangeOf<U, A, N> {
  return answers((answer, update) =>
    answer.status === 200 && isJsonObject(answer.body) ? { ...answer, body: change(answer.body, update) } : answer,
  )
}

/**
 * Changes one value in the body of the response to an accepted update. If `change` returns undefined, the property is
 * removed. `path` contains property names, and `*` for every item of a list: `panels.*.added_at`.
 */
export function changesField<U, A, N extends string>(
  path: string,
  change: (value: unknown) => unknown,
): ChangeOf<U, A, N> {
  return changesBody((body) => changeAt(body, path.split('.'), change))
}

/** Removes a property from the response to an accepted update. */
export function omits<U, A, N extends string>(path: string): ChangeOf<U, A, N> {
  return changesField(path, () => undefined)
}

/** Returns a copy of `value` that is changed at `path`. If there is no value at `path`, the copy is unchanged. */
export function changeAt(value: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return change(value)
  if (name === '*') return Array.isArray(value) ? value.map((item) => changeAt(item, rest, change)) : value
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return value
  const changed = changeAt(value[name], rest, change)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, old]) =>
      key !== name ? [[key, old]] : changed === undefined ? [] : [[key, changed]],
    ),
  )
}
