import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../document/read-document.ts'
import type { Exchange } from '../exchanges/exchange.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { contractOf, type OperationContract } from '../evidence/contract.ts'
import { judge } from '../verdicts/judge.ts'
import { findOperation, namedOperation, type Found } from './find-operation.ts'
import { printTestFinding } from './print-finding.ts'
import { readAnswer, readPair } from './recorded.ts'
import { RECORDED_RULES, recordedExecution } from './recorded-execution.ts'

export interface SatisfyOptions {
  /** Id of the operation. Default: the one that the request means, or the only one. */
  readonly operation?: string
  /**
   * Whether what answered remembers, as a server does and an answer from a file does not: only then must an accepted
   * update show what was sent. Default: `true`.
   */
  readonly remembers?: boolean
}

declare module 'vitest' {
  interface Matchers<T> {
    /**
     * The answer keeps every promise that the document makes of it, judged as the gate judges: status, content type,
     * schema, headers, invariants, and with the request that an accepted update shows what was sent. Bodies are cloned.
     *
     * @example await expect({ request, response }).toSatisfyContract('specs/lobbie/openapi.yaml')
     * @example await expect(response).toSatisfyContract('specs/lobbie/openapi.yaml', 'updateAppointment')
     */
    toSatisfyContract(document: string | URL, operation?: string | SatisfyOptions): Promise<void>
  }
}

/** What a matcher answers to vitest. */
export interface Matched {
  readonly pass: boolean
  readonly message: () => string
}

/** Matchers for `expect.extend(contractMatchers)`. */
export const contractMatchers = {
  async toSatisfyContract(
    received: unknown,
    document: string | URL,
    asked: string | SatisfyOptions = {},
  ): Promise<Matched> {
    const contracts = contractsOf(fileOf(document))
    const { operation: id, remembers = true } = typeof asked === 'string' ? { operation: asked } : asked
    const { exchange, hasRequest } = await exchangeOf(received)
    const found = choose([...contracts.keys()], exchange, hasRequest, id)
    const contract = contracts.get(found.operation) ?? contractOf(found.operation)
    const execution = recordedExecution(found, exchange, { request: hasRequest, state: remembers })
    // Whoever asks goes by the document, what it assumes included; only news is no breach.
    const broken = judge(contract, execution, RECORDED_RULES).findings.filter(({ level }) => level !== 'drift')
    const what = `the answer ${'status' in exchange.answer ? exchange.answer.status : ''} to ${found.operation.id}`
    return {
      pass: broken.length === 0,
      message: () =>
        broken.length === 0
          ? `${what} keeps its contract, and should not`
          : [`${what} breaks its contract`, ...broken.map((finding) => printTestFinding(finding, execution))].join(
              '\n',
            ),
    }
  },
}

async function exchangeOf(received: unknown): Promise<{ exchange: Exchange; hasRequest: boolean }> {
  if (typeof received === 'object' && received !== null && 'request' in received && 'response' in received) {
    return { exchange: await readPair({ ...received }), hasRequest: true }
  }
  const request = { method: '', target: '', headers: [] }
  return { exchange: { request, answer: await readAnswer(received), sentAt: '', milliseconds: 0 }, hasRequest: false }
}

function choose(
  operations: readonly Operation[],
  { request }: Exchange,
  hasRequest: boolean,
  id: string | undefined,
): Found {
  const named = hasRequest && id === undefined ? undefined : namedOperation(operations, id)
  if (!hasRequest && named !== undefined) return { operation: named, path: {} }
  return findOperation(named === undefined ? operations : [named], request.method, request.target)
}

const kept = new Map<
  string,
  { readonly changed: number; readonly contracts: ReadonlyMap<Operation, OperationContract> }
>()

/** Each document is read once, and again when its file has changed: compiling one takes longer than judging by it. */
function contractsOf(file: string): ReadonlyMap<Operation, OperationContract> {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const known = kept.get(file)
  if (known?.changed === changed) return known.contracts
  const operations = listOperations(readDocument(file))
  const contracts = new Map(operations.map((operation) => [operation, contractOf(operation)]))
  kept.set(file, { changed, contracts })
  return contracts
}

function fileOf(document: string | URL): string {
  const text = String(document)
  return text.startsWith('file:') ? fileURLToPath(text) : text
}
