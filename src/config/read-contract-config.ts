import { existsSync, readFileSync } from 'node:fs'
import { parseFile } from '../document/files/read-file.ts'
import { ContractError } from '../errors.ts'
import { isObject } from '../json.ts'
import type { ContractConfig } from './contract-config.ts'

/** The configuration file in the working directory. */
export const CONFIG_FILE = 'contract.config.yaml'

/**
 * Reads `contract.config.yaml`. If the file does not exist, returns no settings. Checks only that the content is a map.
 * `checkContractConfig` checks the rest. Throws `bad-config` with the line.
 */
export function readContractConfig(file: string = CONFIG_FILE): ContractConfig {
  const text = existsSync(file) ? textOf(file) : ''
  if (text.split('\n').every((line) => /^\s*(#.*)?$/.test(line)))
    return { written: {}, options: {}, apis: {}, locate: () => file }
  const { value, positionOf } = parsed(text, file)
  const locate = (at: string): string => `${file}:${positionOf(at).line}`
  if (!isObject(value)) {
    throw new ContractError('bad-config', {
      what: 'the file is not a map of options',
      where: locate(''),
      next: 'specs/contract.config.schema.json describes each key',
    })
  }
  const { apis, ...options } = value
  // The types of these values are not checked yet. `checkContractConfig` checks them before they are used.
  return { written: value, options, apis: (isObject(apis) ? apis : {}) as unknown as ContractConfig['apis'], locate }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ContractError('bad-config', {
      what: `the file cannot be read: ${String(error)}`,
      where: file,
      next: 'make it a readable file',
    })
  }
}

function parsed(text: string, file: string): ReturnType<typeof parseFile> {
  try {
    return parseFile(text, file)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const { what = 'the file is not YAML', where = file } = error.details
    throw new ContractError('bad-config', { what, where, next: 'correct the YAML at this position' })
  }
}
