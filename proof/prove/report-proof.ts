import type { ApiName } from '../../sandbox/apis.ts'
import type { Fault } from '../../sandbox/faults/fault.ts'
import { ALL_FAULTS, HELD_OUT } from '../faults.ts'
import { VARIANTS } from '../variants.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { ContractError } from '../../src/errors.ts'
import { readPolicy } from '../../src/run/policy.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { FAULT_HEAD, printFault, printProof } from './print-proof.ts'
import { isProved, type Proof } from './proof.ts'
import { prove } from './prove.ts'
import type { ProofSettings } from './proved-contract.ts'
import { isExplained } from '../mutants/mutant-proof.ts'
import { printMutant, printMutants } from '../mutants/print-mutants.ts'
import { proveMutants } from '../mutants/prove-mutants.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { rules } from '../../src/rules/rules.ts'
import type { SpecFolder } from '../../src/cli/apis.ts'
import type { Host } from '../../src/cli/host.ts'

/** Where a proof is printed, and how. */
interface Output {
  readonly stdout: Host['stdout']
  readonly isJson: boolean
}

/** The settings of a proof of these APIs. */
export function settleProof(apis: readonly SpecFolder[], lean: boolean, host: Host): ProofSettings {
  return {
    contracts: apis.map(({ name, document, policy }) => {
      const read = readDocument(document)
      return { api: name as ApiName, document: read, operations: listOperations(read), policy: readPolicy(policy) }
    }),
    rules,
    seed: 1,
    lean,
    now: DEFAULT_NOW,
    elapsed: () => host.elapsed(),
  }
}

/**
 * Proves every fault and variant, or only the faults with these ids, and prints the result; text row by row. True if the
 * gate is proved.
 * @throws {ContractError} `bad-argument` for an unknown fault.
 */
export async function reportAll(
  settings: ProofSettings,
  ids: readonly string[],
  { stdout, isJson }: Output,
): Promise<boolean> {
  const unknown = ids.find((id) => ALL_FAULTS.every((fault) => fault.id !== id))
  if (unknown !== undefined) {
    throw new ContractError('bad-argument', {
      what: `there is no fault ${unknown}`,
      next: `choose from ${ALL_FAULTS.map(({ id }) => id).join(', ')}`,
    })
  }
  const all = ids.length === 0
  const proof = await proofOf(
    settings,
    { stdout, isJson },
    all ? ALL_FAULTS : ALL_FAULTS.filter(({ id }) => ids.includes(id)),
    all,
  )
  return isProved(proof)
}

/** Runs the gate against the faults that detection was not fixed for, and prints the score. */
export async function reportHeldOut(settings: ProofSettings, output: Output): Promise<void> {
  await proofOf(settings, output, HELD_OUT, false)
}

async function proofOf(
  settings: ProofSettings,
  { stdout, isJson }: Output,
  faults: readonly Fault[],
  withVariants: boolean,
): Promise<Proof> {
  if (!isJson) stdout.write(`${FAULT_HEAD}\n`)
  const proof = await prove({ ...settings, faults, variants: withVariants ? VARIANTS : [] }, (row) => {
    if (!isJson && 'outcome' in row) stdout.write(`${printFault(row)}\n`)
  })
  stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printProof(proof)}`)
  return proof
}

/** Runs the gate against every mutant of the documents and prints the result. True if each is noticed or known to be undetectable. */
export async function reportMutants(settings: ProofSettings, { stdout, isJson }: Output): Promise<boolean> {
  const proof = await proveMutants(settings, (row) => {
    if (!isJson) stdout.write(`${printMutant(row)}\n`)
  })
  stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printMutants(proof)}`)
  return isExplained(proof)
}
