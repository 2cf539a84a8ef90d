import { readContractConfig } from '../../config/read-contract-config.ts'

/**
 * Checks `contract.config.yaml`. The module with the checks is loaded only if the file has settings under `apis`.
 * Throws `bad-config`.
 */
export async function checkConfig(): Promise<void> {
  const config = readContractConfig()
  if (config.written['apis'] === undefined) return
  const { checkContractConfig } = await import('../../config/check-contract-config.ts')
  checkContractConfig(config)
}
