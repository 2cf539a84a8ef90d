import type { ApiName } from '../../sandbox/apis.ts'
import { FAULTS } from '../../sandbox/faults.ts'
import { VARIANTS } from '../../sandbox/variants.ts'
import { readDocument } from '../document/read-document.ts'
import { ContractError } from '../errors.ts'
import { readPolicy } from '../gate/policy.ts'
import { listOperations } from '../operations/list-operations.ts'
import { FAULT_HEAD, printFault, printProof } from '../prove/print-proof.ts'
import { isProved } from '../prove/proof.ts'
import { prove } from '../prove/prove.ts'
import type { ProofSettings } from '../prove/proved-contract.ts'
import { isExplained } from '../prove/mutants/mutant-proof.ts'
import { printMutant, printMutants } from '../prove/mutants/print-mutants.ts'
import { proveMutants } from '../prove/mutants/prove-mutants.ts'
import { DEFAULT_NOW } from '../run/run-clock.ts'
import { rules } from '../verdicts/rules.ts'
import type { Api } from './apis.ts'
import type { World } from './world.ts'

interface Told {
  readonly world: World
  readonly isJson: boolean
}

/** What a proof of these apis is made with. */
export function settleProof(apis: readonly Api[], world: World): ProofSettings {
  return {
    contracts: apis.map(({ name, document, policy }) => {
      const read = readDocument(document)
      return { api: name as ApiName, document: read, operations: listOperations(read), policy: readPolicy(policy) }
    }),
    rules,
    seed: 1,
    now: DEFAULT_NOW,
    elapsed: () => world.elapsed(),
  }
}

/** Proves the gate and tells it, as it comes along where it is told as text. Whether it is proved. */
export async function tellProof(
  settings: ProofSettings,
  ids: readonly string[],
  { world, isJson }: Told,
): Promise<boolean> {
  const unknown = ids.find((id) => FAULTS.every((fault) => fault.id !== id))
  if (unknown !== undefined) {
    throw new ContractError('bad-argument', {
      what: `the sandbox has no fault ${unknown}`,
      next: `choose from ${FAULTS.map(({ id }) => id).join(', ')}`,
    })
  }
  if (!isJson) world.stdout.write(`${FAULT_HEAD}\n`)
  const proof = await prove(
    {
      ...settings,
      faults: ids.length === 0 ? FAULTS : FAULTS.filter(({ id }) => ids.includes(id)),
      variants: ids.length === 0 ? VARIANTS : [],
    },
    (row) => {
      if (!isJson && 'outcome' in row) world.stdout.write(`${printFault(row)}\n`)
    },
  )
  world.stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printProof(proof)}`)
  return isProved(proof)
}

/** Proves what a changed document does, and tells it. Whether every mutant is noticed or known not to be. */
export async function tellMutants(settings: ProofSettings, { world, isJson }: Told): Promise<boolean> {
  const proof = await proveMutants(settings, (row) => {
    if (!isJson) world.stdout.write(`${printMutant(row)}\n`)
  })
  world.stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printMutants(proof)}`)
  return isExplained(proof)
}
