import type { Operation } from '../operations/operation.ts'

/** Returns the user's parameter values for one operation. A value for `getPet.id` is preferred to a value for `id`. */
export function parametersFor(
  { id }: Pick<Operation, 'id'>,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const scoped = Object.entries(parameters).flatMap(([key, value]) =>
    key.startsWith(`${id}.`) ? [[key.slice(id.length + 1), value] as const] : [],
  )
  return scoped.length === 0 ? parameters : { ...parameters, ...Object.fromEntries(scoped) }
}
