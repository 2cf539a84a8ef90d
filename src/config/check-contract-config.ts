import { listFaultsAgainst } from '../document/files/packaged-schema.ts'
import { ContractError } from '../errors.ts'
import type { ContractConfig } from './contract-config.ts'

/**
 * Messages for values that do not match a pattern of the schema. A message never contains the value, because the value
 * may be a secret.
 */
const MEANING: readonly (readonly [pattern: string, message: string])[] = [
  ['^[A-Za-z_]', 'expected the name of an environment variable, not its value'],
  ['^https?:', 'expected an http or https URL without user, query and fragment'],
  ['^\\d{4}', 'expected a date such as 2026-01-05'],
]

/**
 * Checks the settings under `apis` against `specs/contract.config.schema.json`, and checks rules that this schema
 * cannot express. Throws `bad-config` with all faults and their lines.
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
 * Returns a fault for each setting that the chosen `environment` forbids, and for each missing setting that it
 * requires.
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
              message: '`production` needs `agreed: { by, on }`: who at the vendor permitted tests, and when',
            },
          ]
        : []),
      ...(live.create === undefined
        ? []
        : [
            {
              at: `${at}/create`,
              message: 'the gate creates no object on production: remove `create`, and list every fixture',
            },
          ]),
      ...(live.setup === undefined
        ? []
        : [
            {
              at: `${at}/setup`,
              message: 'the gate runs no setup module on production: remove `setup`, and list every fixture',
            },
          ]),
    ]
  })
}
