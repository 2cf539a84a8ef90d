import { existsSync, readFileSync } from 'node:fs'
import { InvalidArgumentError, type Option } from 'commander'
import { parse } from 'yaml'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'

const CONFIG = 'contract.config.yaml'

/**
 * The configuration file where we are, as what its options would give on the command line. Keys are the options' long
 * names, with hyphens or in camel case. Throws `bad-config`.
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
  if (!isObject(value)) throw badConfig('it is no map of options')
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const option = options.find((each) => each.attributeName() === key || each.long === `--${key}`)
      if (option === undefined) throw badConfig(`there is no option ${key}`)
      return [option.attributeName(), valueOf(option, member)]
    }),
  )
}

/** What the option's own parser makes of a value, one by one where it is a list. */
function valueOf(option: Option, member: Json): unknown {
  if (option.isBoolean()) {
    if (typeof member !== 'boolean') throw badConfig(`${option.long ?? ''} is true or false`)
    // `no-overlay: true` turns `overlay` off.
    return option.negate ? !member : member
  }
  const texts = (isArray(member) ? member : [member]).map(String)
  try {
    let value: unknown
    for (const text of texts) value = option.parseArg === undefined ? text : option.parseArg(text, value)
    return value
  } catch (error) {
    if (error instanceof InvalidArgumentError)
      throw badConfig(`${option.long ?? ''} ${texts.join(', ')}: ${error.message}`)
    throw error
  }
}

function badConfig(what: string): ContractError {
  return new ContractError('bad-config', { what, where: CONFIG, next: '`contract-gate gate --help` lists the options' })
}
