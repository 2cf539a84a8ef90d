import { availableParallelism } from 'node:os'
import type { Fault } from '../../sandbox/faults/fault.ts'
import { BLIND_SETS } from '../blind-sets.ts'
import { ALL_FAULTS, HELD_OUT } from '../faults.ts'
import { VARIANTS } from '../variants.ts'
import type { HarmlessVariant } from '../variants/variant.ts'
import { ContractError } from '../../src/errors.ts'
import { FAULT_HEAD, printFault, printProof } from './print-proof.ts'
import { type FaultRow, isProved, type Proof, type VariantRow } from './proof.ts'
import { proveInLanes } from './prove-in-lanes.ts'
import { prove } from './prove.ts'
import type { ProofSettings } from './proved-contract.ts'
import { isExplained } from '../mutants/mutant-proof.ts'
import { printMutant, printMutants } from '../mutants/print-mutants.ts'
import { proveMutants } from '../mutants/prove-mutants.ts'
import type { Host } from '../../src/cli/host/host.ts'

const LANES = availableParallelism()
/** A worker thread can run only JavaScript. Tests run the TypeScript sources, so they use a single thread. */
const isBuilt = import.meta.url.endsWith('.js')

/** The stream to which a proof is printed, and its format. */
interface Output {
  readonly stdout: Host['stdout']
  readonly isJson: boolean
}

/**
 * Runs the gate against the faults with the given ids. If there are no ids, runs it against every fault and variant.
 * Prints each result when its run ends. Returns true if all results are as expected.
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
  const faults = all ? ALL_FAULTS : ALL_FAULTS.filter(({ id }) => ids.includes(id))
  return isProved(await proofOf(settings, { stdout, isJson }, faults, all ? VARIANTS : []))
}

/** Runs the gate against the held-out faults, for which the gate was never improved, and prints how many it detects. */
export async function reportHeldOut(settings: ProofSettings, output: Output): Promise<void> {
  await proofOf(settings, output, HELD_OUT, [])
}

/** Runs the gate against the faults and variants of one blind set, and prints how many faults it detects. */
export async function reportBlindSet(settings: ProofSettings, name: string, output: Output): Promise<void> {
  const { faults = [], variants = [] } = BLIND_SETS[name] ?? {}
  await proofOf(settings, output, faults, variants)
}

async function proofOf(
  settings: ProofSettings,
  { stdout, isJson }: Output,
  faults: readonly Fault[],
  variants: readonly HarmlessVariant[],
): Promise<Proof> {
  const onRow = (row: FaultRow | VariantRow): void => {
    if (!isJson && 'outcome' in row) stdout.write(`${printFault(row)}\n`)
  }
  if (!isJson) stdout.write(`${FAULT_HEAD}\n`)
  const proving = { ...settings, faults, variants }
  const isWhole = faults.length > LANES * 10 && isBuilt
  const proof = await (isWhole ? proveInLanes(proving, LANES, onRow) : prove(proving, onRow))
  stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printProof(proof)}`)
  return proof
}

/**
 * Runs the gate with each mutant of the documents and prints the results. Returns true if each mutant was detected, or
 * if it is known why no check can detect it.
 */
export async function reportMutants(settings: ProofSettings, { stdout, isJson }: Output): Promise<boolean> {
  const proof = await proveMutants(settings, (row) => {
    if (!isJson) stdout.write(`${printMutant(row)}\n`)
  })
  stdout.write(isJson ? `${JSON.stringify(proof, null, 2)}\n` : `\n${printMutants(proof)}`)
  return isExplained(proof)
}
