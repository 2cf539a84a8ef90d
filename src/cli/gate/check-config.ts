import { readContractConfig } from '../../config/read-contract-config.ts'

/** Checks the section `apis` of `contract.config.yaml`, if it exists. Throws `bad-config`. */
export async function checkConfig(): Promise<void> {
  const config = readContractConfig()
  if (config.written['apis'] === undefined) return
  const { checkContractConfig } = await import('../../config/check-contract-config.ts')
  checkContractConfig(config)
}
