import { allowsText } from '../../cases/allows-text.ts'
import { ContractError } from '../../errors.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import type { GateOptions } from './gate-options.ts'

/** Parameter values for each operation, and notes about them. */
export interface SettledParameters {
  /**
   * The values. A key is `operationId.name`. For a documented header that `-H` sets, the key is the name of the header.
   */
  readonly values: Readonly<Record<string, string>>
  readonly notes: readonly string[]
}

/**
 * Assigns the values of `--param` to operations. `operationId.name=value` applies to one operation. `name=value`
 * applies to each parameter `name` whose schema allows the value. A parameter gets the first value that its schema
 * allows. Throws `bad-argument` with a list of all options whose value no schema allows.
 */
export function settleParameters(
  operations: readonly Operation[],
  { headers, parameters: given }: Pick<GateOptions, 'headers' | 'parameters'>,
): SettledParameters {
  const slots = operations.flatMap(slotsOf)
  const values: Record<string, string> = {}
  const misfits: string[] = []
  const notes: string[] = []
  for (const slot of slots) {
    const scoped = given.filter(([key]) => key === slot.key).at(-1)
    if (scoped !== undefined && !fits(slot, scoped[1])) misfits.push(`\`--param ${slot.key}\` (${slot.where})`)
    const value = scoped?.[1] ?? given.find(([key, each]) => isNamed(slot, key) && fits(slot, each))?.[1]
    if (value !== undefined) values[slot.key] = value
  }
  for (const key of new Set(given.map(([each]) => each))) {
    const named = slots.filter((slot) => isNamed(slot, key))
    const unfit = named.filter((slot) => values[slot.key] === undefined)
    const isScoped = slots.some((slot) => slot.key === key)
    if (named.length === 0 && !isScoped) notes.push(`\`--param ${key}\` is not used: no operation has this parameter`)
    else if (named.length > 0 && unfit.length === named.length)
      misfits.push(...unfit.map(({ where }) => `\`--param ${key}\` (${where})`))
    else if (unfit.length > 0) {
      const left = unfit.map((slot) => slot.key).join(', ')
      notes.push(`\`--param ${key}\` is not used for ${left}: the schema does not allow the value`)
    }
  }
  if (misfits.length > 0) {
    throw new ContractError('bad-argument', {
      what: `the schema of the parameter does not allow the value of ${misfits.join(', ')}`,
      next: 'give a value that the schema allows; --param operationId.name=value is for one operation only',
    })
  }
  return { values: { ...declaredHeaders(operations, headers), ...values }, notes }
}

/** A place for a value: a parameter, or a name in braces in a path. */
interface Slot {
  readonly key: string
  readonly name: string
  readonly where: string
  /** The documented parameter. Absent if the document does not declare a parameter for the name in braces. */
  readonly parameter?: Parameter
}

function slotsOf(operation: Operation): Slot[] {
  const { id, parameters, path, document } = operation
  const declared = parameters.map((parameter): Slot => {
    const { file, line } = document.locate(parameter.address)
    return { key: `${id}.${parameter.name}`, name: parameter.name, where: `${id}, ${file}:${line}`, parameter }
  })
  const names = new Set(parameters.filter((each) => each.in === 'path').map(({ name }) => name))
  const placeholders = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  return [
    ...declared,
    ...placeholders.filter((name) => !names.has(name)).map((name): Slot => ({ key: `${id}.${name}`, name, where: id })),
  ]
}

/** True if a parameter has this name. For a header, upper and lower case do not matter (RFC 9110 §5.1). */
function isNamed({ name, parameter }: Slot, key: string): boolean {
  return parameter?.in === 'header' ? name.toLowerCase() === key.toLowerCase() : name === key
}

function fits({ parameter }: Slot, text: string): boolean {
  return parameter === undefined || allowsText(parameter, text)
}

function declaredHeaders(
  operations: readonly Operation[],
  headers: GateOptions['headers'],
): Readonly<Record<string, string>> {
  const declared = new Set(
    operations.flatMap((operation) =>
      operation.parameters.filter((each) => each.in === 'header').map(({ name }) => name.toLowerCase()),
    ),
  )
  return Object.fromEntries(headers.filter(([name]) => declared.has(name.toLowerCase())))
}
