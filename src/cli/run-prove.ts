import type { ApiName } from '../../sandbox/apis.ts'
import type { Fault } from '../../sandbox/fault.ts'
import { FAULTS } from '../../sandbox/faults.ts'
import { HELD_OUT } from '../../sandbox/faults/held-out.ts'
import { VARIANTS } from '../../sandbox/variants.ts'
import { readDocument } from '../document/read-document.ts'
import { ContractError } from '../errors.ts'
import { readPolicy } from '../gate/policy.ts'
import { listOperations } from '../operations/list-operations.ts'
import { FAULT_HEAD, printFault, printProof } from '../prove/print-proof.ts'
import { isProved, type Proof } from '../prove/proof.ts'
import { prove } from '../prove/prove.ts'
import type { ProofSettings } from '../prove/proved-contract.ts'
import { isExplained } from '../prove/mutants/mutant-proof.ts'
import { printMutant, printMutants } from '../prove/mutants/print-mutants.ts'
import { proveMutants } from '../prove/mutants/prove-mutants.ts'
import { DEFAULT_NOW } from '../run/run-clock.ts'
import { rules } from '../rules/rules.ts'
import type { Api } from './apis.ts'
import type { World } from './host.ts'

interface Told {
  readonly world: World
  readonly isJson: boolean
}

/** What a proof of these apis is made with. */
export function settleProof(apis: readonly Api[], lean: boolean, world: World): ProofSettings {
  return {
    contracts: apis.map(({ name, document, policy }) => {
      const read = readDocument(document)
      return { api: name as ApiName, document: read, operations: listOperations(read), policy: readPolicy(policy) }
    }),
    rules,
    seed: 1,
    lean,
    now: DEFAULT_NOW,
    elapsed: () => world.elapsed(),
  }
}

/** Proves the gate and tells it, as it comes along where it is told as text. Whether it is proved. */
export async function runProve(
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
  const all = ids.length === 0
  const proof = await proofOf(
    settings,
    { world, isJson },
    all ? FAULTS : FAULTS.filter(({ id }) => ids.includes(id)),
    all,
  )
  return isProved(proof)
}

/** Tells what the gate makes of faults that nothing was mended for. */
export async function proveHeldOut(settings: ProofSettings, told: Told): Promise<void> {
  await proofOf(settings, told, HELD_OUT, false)
}

async function proofOf(
  settings: ProofSettings,
  { world, isJson }: Told,
  faults: readonly Fault[],
  withVariants: boolean,
): Promise<Proof> {
  if (!isJson) world.stdout.write(`${FAULT_HEAD}\n`)
  const proof = await prove({ ...settings, faults, variants: withVariants ? VARIANTS : [] }, (row) => {
    if (!isJson && 'outcome' in row) world.stdout.write(`${printFault(row)}\n`)
  })
  world.stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printProof(proof)}`)
  return proof
}

/** Proves what a changed document does, and tells it. Whether every mutant is noticed or known not to be. */
export async function proveDocumentMutants(settings: ProofSettings, { world, isJson }: Told): Promise<boolean> {
  const proof = await proveMutants(settings, (row) => {
    if (!isJson) world.stdout.write(`${printMutant(row)}\n`)
  })
  world.stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printMutants(proof)}`)
  return isExplained(proof)
}
