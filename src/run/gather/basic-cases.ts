import type { Case } from '../../cases/case.ts'
import type { Operation } from '../../operations/operation.ts'

/** Returns the first valid case of each operation. */
export function basicCases(cases: readonly Case[]): Case[] {
  const found = new Map<Operation, Case>()
  for (const each of cases) {
    if (each.expect.kind === 'accepted' && each.as === 'partner' && !found.has(each.operation))
      found.set(each.operation, each)
  }
  return [...found.values()]
}

/** Returns the names of an operation's path parameters. */
export function pathNames({ parameters }: Operation): string[] {
  return parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
}
