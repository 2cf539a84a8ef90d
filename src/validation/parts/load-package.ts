import { ContractError } from '../../errors.ts'

/** Loads an optional package. If the package is missing, throws `package-missing` with the command that installs it. */
export async function loadPackage<T>(load: () => Promise<T>, ...names: readonly string[]): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw new ContractError('package-missing', {
      what: `\`validate\` needs ${names.join(' and ')}`,
      next: `npm install --save-dev ${names.join(' ')}`,
    })
  }
}
