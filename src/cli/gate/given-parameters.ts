import type { Operation } from '../../operations/operation.ts'
import type { GateOptions } from './gate-options.ts'

/** The parameter values of `--param`, and the `-H` headers that the document declares as parameters. */
export function givenParameters(
  operations: readonly Operation[],
  { headers, parameters }: Pick<GateOptions, 'headers' | 'parameters'>,
): GateOptions['parameters'] {
  const declared = new Set(
    operations.flatMap((operation) =>
      operation.parameters.filter((each) => each.in === 'header').map(({ name }) => name.toLowerCase()),
    ),
  )
  return { ...Object.fromEntries(headers.filter(([name]) => declared.has(name.toLowerCase()))), ...parameters }
}
