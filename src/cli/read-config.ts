import { existsSync, readFileSync } from 'node:fs'
import { InvalidArgumentError, type Option } from 'commander'
import { parse } from 'yaml'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'

const CONFIG = 'contract.config.yaml'

/**
 * The options of `contract.config.yaml` in the working directory, parsed as on the command line. Keys are the long names
 * of options, with hyphens or in camel case. Throws `bad-config`.
 */
export function readConfig(options: readonly Option[]): Record<string, unknown> {
  if (!existsSync(CONFIG)) return {}
  let value: Json
  try {
    value = parse(readFileSync(CONFIG, 'utf8')) as Json
  } catch (error) {
    throw badConfig(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not YAML')
  }
  if (value === null) return {}
  if (!isObject(value)) throw badConfig('it is not a map of options')
  return Object.fromEntries(
    Object.entries(value).map(([key, given]) => {
      const option = options.find((each) => each.attributeName() === key || each.long === `--${key}`)
      if (option === undefined) throw badConfig(`unknown option \`${key}\``)
      return [option.attributeName(), valueOf(option, given)]
    }),
  )
}

/** Parses a value, or each value of a list, with the parser of its option. */
function valueOf(option: Option, given: Json): unknown {
  if (option.isBoolean()) {
    if (typeof given !== 'boolean') throw badConfig(`\`${option.long ?? ''}\` expects true or false`)
    // `no-overlay: true` turns `overlay` off.
    return option.negate ? !given : given
  }
  const texts = (isArray(given) ? given : [given]).map(String)
  try {
    let value: unknown
    for (const text of texts) value = option.parseArg === undefined ? text : option.parseArg(text, value)
    return value
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw badConfig(`\`${option.long ?? ''}\` ${error.message}`)
    throw error
  }
}

function badConfig(what: string): ContractError {
  return new ContractError('bad-config', {
    what,
    where: CONFIG,
    next: 'run `contract-gate gate --help` for the list of options',
  })
}
