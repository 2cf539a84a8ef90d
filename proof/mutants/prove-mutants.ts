import { createSandbox } from '../../sandbox/sandbox.ts'
import type { Document } from '../../src/document/document.ts'
import { documentFromText } from '../../src/document/read-document.ts'
import { ContractError } from '../../src/errors.ts'
import type { Json } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { RunReport } from '../../src/report/report.ts'
import { listDocumentFindings } from '../../src/validation/validate-document.ts'
import type { ProofSettings, ProvedContract } from '../prove/proved-contract.ts'
import { runInProcess } from '../prove/run-on-sandbox.ts'
import { listMutants, sampleMutants } from './list-mutants.ts'
import type { MutantProof, MutantRow } from './mutant-proof.ts'
import { mutate, mutantName, type Mutant } from './mutant.ts'
import { whyUndetectable } from './undetectable-mutants.ts'

/** Maximum number of mutants that are run for one document. */
const MOST = 150

type Detection = Pick<MutantRow, 'detectedBy' | 'because'>

/**
 * Runs the gate once for each mutant of each document, against the correct sandbox. The same documents always give the
 * same rows.
 */
export async function proveMutants(
  settings: ProofSettings,
  listen: (row: MutantRow) => void = () => {},
  most: number = MOST,
): Promise<MutantProof> {
  const begun = settings.elapsed()
  const rows: MutantRow[] = []
  const all: Partial<Record<ProvedContract['api'], number>> = {}
  for (const contract of settings.contracts) {
    const root = writtenRoot(contract.document)
    const mutants = listMutants(root)
    all[contract.api] = mutants.length
    for (const mutant of sampleMutants(mutants, most)) {
      const started = settings.elapsed()
      const noticed = await noticeMutant(contract, root, mutant, settings)
      const { operator, of } = mutant
      const milliseconds = Math.round(settings.elapsed() - started)
      const row = { api: contract.api, name: mutantName(mutant), operator, of, ...noticed, milliseconds }
      rows.push(row)
      listen(row)
    }
  }
  return { rows, all, milliseconds: Math.round(settings.elapsed() - begun) }
}

async function noticeMutant(
  contract: ProvedContract,
  root: Json,
  mutant: Mutant,
  settings: ProofSettings,
): Promise<Detection> {
  try {
    const document = documentFromText(JSON.stringify(mutate(root, mutant)), contract.document.file)
    const changed = { ...contract, document, operations: listOperations(document) }
    const { seed, now } = settings
    const sandbox = createSandbox({ seed, now: () => new Date(now) })
    const { report } = await runInProcess(changed, sandbox, settings)
    return detectedByGate(report) ?? (await detectedByValidate(document)) ?? drift(report) ?? undetected(mutant)
  } catch (error) {
    // The command `validate` reports a mutant that is not a valid document or has an invalid invariant.
    if (error instanceof ContractError) return { detectedBy: 'validate', because: firstLine(error.message) }
    throw error
  }
}

function detectedByGate({ verdict, findings, because }: RunReport): Detection | undefined {
  const error = findings.find(({ level }) => level === 'error')
  if (error !== undefined) return { detectedBy: 'finding', because: `${error.rule}: ${error.message}` }
  return verdict === 'passed' ? undefined : { detectedBy: 'coverage', because: because[0] ?? '' }
}

async function detectedByValidate(document: Document): Promise<Detection | undefined> {
  const error = (await listDocumentFindings(document)).find(({ level }) => level === 'error')
  return error === undefined ? undefined : { detectedBy: 'validate', because: `${error.rule}: ${error.message}` }
}

function drift({ findings: [first] }: RunReport): Detection | undefined {
  return first === undefined ? undefined : { detectedBy: 'drift', because: `${first.rule}: ${first.message}` }
}

function undetected(mutant: Mutant): Detection {
  return { detectedBy: 'undetected', because: whyUndetectable(mutant) }
}

function writtenRoot({ written }: Document): Json {
  const [root = null] = written.values()
  return root
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
