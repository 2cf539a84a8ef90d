import { listFaultsAgainst } from '../document/files/packaged-schema.ts'
import { ContractError } from '../errors.ts'
import type { ContractConfig } from './contract-config.ts'

/**
 * For each pattern of the schema, the message for a value that does not match. The message does not contain the value,
 * because it may be a secret.
 */
const MEANING: readonly (readonly [pattern: string, message: string])[] = [
  ['^[A-Za-z_]', 'expected the name of an environment variable, not its value'],
  ['^https?:', 'expected an http or https URL without user, query and fragment'],
  ['^\\d{4}', 'expected a date such as 2026-01-05'],
]

/**
 * Checks the settings under `apis` against `specs/contract.config.schema.json`. Also checks rules that a schema cannot
 * express. Throws one `bad-config` error that lists all faults with their lines.
 */
export function checkContractConfig(config: ContractConfig): void {
  const faults = [
    ...listFaultsAgainst('specs/contract.config.schema.json', config.written),
    ...permissionFaults(config),
  ]
  if (faults.length === 0) return
  const [first] = faults
  const more = faults.slice(1).map(({ at, message }) => `; ${config.locate(at)}: ${inWords(message)}`)
  throw new ContractError('bad-config', {
    what: `\`${(first?.at ?? '').slice(1).replaceAll('/', '.')}\`: ${inWords(first?.message ?? '')}${more.join('')}`,
    where: config.locate(first?.at ?? ''),
    next: 'correct the line; specs/contract.config.schema.json describes each key, docs/live.md shows an example',
  })
}

function inWords(message: string): string {
  return MEANING.find(([pattern]) => message.includes(pattern))?.[1] ?? message
}

/**
 * Returns a fault for each setting that the value of `environment` does not allow, and for each setting that it
 * requires but that is missing.
 */
function permissionFaults({ apis }: ContractConfig): { at: string; message: string }[] {
  return Object.entries(apis).flatMap(([name, api]) => {
    const live = api?.targets?.live
    if (live?.environment !== 'production') return []
    const at = `/apis/${name}/targets/live`
    return [
      ...(live.agreed === undefined
        ? [
            {
              at: `${at}/environment`,
              message: '`production` needs `agreed: { by, on }`: who at the vendor permitted it',
            },
          ]
        : []),
      ...(live.create === undefined
        ? []
        : [{ at: `${at}/create`, message: 'no object is created on production: list every fixture instead' }]),
      ...(live.setup === undefined
        ? []
        : [{ at: `${at}/setup`, message: 'no setup module runs on production: list every fixture instead' }]),
    ]
  })
}
