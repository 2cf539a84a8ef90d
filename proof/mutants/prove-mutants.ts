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
import { undetectableMutants } from './undetectable-mutants.ts'

/** How many mutants of one document are tried at most. */
const MOST = 150

type Noticed = Pick<MutantRow, 'noticedBy' | 'because'>

/** Runs the gate with each mutant of each document against the sandbox as it is. Same documents, same rows. */
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
): Promise<Noticed> {
  try {
    const document = documentFromText(JSON.stringify(mutate(root, mutant)), contract.document.file)
    const changed = { ...contract, document, operations: listOperations(document) }
    const { seed, now } = settings
    const sandbox = createSandbox({ seed, now: () => new Date(now) })
    const { report } = await runInProcess(changed, sandbox, settings)
    return noticedByGate(report) ?? (await noticedByValidate(document)) ?? drift(report) ?? undetected(mutant)
  } catch (error) {
    // Such a document is not even read, or one of its rules is none.
    if (error instanceof ContractError) return { noticedBy: 'validate', because: firstLine(error.message) }
    throw error
  }
}

function noticedByGate({ verdict, findings, because }: RunReport): Noticed | undefined {
  const error = findings.find(({ level }) => level === 'error')
  if (error !== undefined) return { noticedBy: 'finding', because: `${error.rule}: ${error.message}` }
  return verdict === 'passed' ? undefined : { noticedBy: 'coverage', because: because[0] ?? '' }
}

async function noticedByValidate(document: Document): Promise<Noticed | undefined> {
  const error = (await listDocumentFindings(document)).find(({ level }) => level === 'error')
  return error === undefined ? undefined : { noticedBy: 'validate', because: `${error.rule}: ${error.message}` }
}

function drift({ findings: [first] }: RunReport): Noticed | undefined {
  return first === undefined ? undefined : { noticedBy: 'drift', because: `${first.rule}: ${first.message}` }
}

function undetected(mutant: Mutant): Noticed {
  return { noticedBy: 'undetected', because: undetectableMutants(mutant) }
}

function writtenRoot({ written }: Document): Json {
  const [root = null] = written.values()
  return root
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
