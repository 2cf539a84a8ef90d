import { InvalidArgumentError, type Option } from 'commander'
import { readContractConfig } from '../config/read-contract-config.ts'
import { ContractError } from '../errors.ts'
import { isArray, type Json } from '../json.ts'

/**
 * Reads options from `contract.config.yaml`. The keys are long option names, such as `base-url` or `baseUrl`. The
 * values are parsed like values on the command line. Throws `bad-config` with the line of the error.
 */
export function readConfig(options: readonly Option[]): Record<string, unknown> {
  const { options: given, locate } = readContractConfig()
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const where = locate(`/${key}`)
      const option = options.find((each) => each.attributeName() === key || each.long === `--${key}`)
      if (option === undefined) throw badConfig(`unknown option \`${key}\``, where)
      return [option.attributeName(), valueOf(option, value, where)]
    }),
  )
}

/** Parses a value, or each value of a list, like a value on the command line. */
function valueOf(option: Option, given: Json, where: string): unknown {
  if (option.isBoolean()) {
    if (typeof given !== 'boolean') throw badConfig(`\`${option.long ?? ''}\` expects true or false`, where)
    // An option such as `--no-overlay` stores false when it is set.
    return option.negate ? !given : given
  }
  const texts = (isArray(given) ? given : [given]).map(String)
  try {
    let value: unknown
    for (const text of texts) value = option.parseArg === undefined ? text : option.parseArg(text, value)
    return value
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw badConfig(`\`${option.long ?? ''}\` ${error.message}`, where)
    throw error
  }
}

function badConfig(what: string, where: string): ContractError {
  return new ContractError('bad-config', {
    what,
    where,
    next: 'run `contract-gate gate --help` for the list of options',
  })
}
