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
import { libraryResponse } from './library-response.ts'
import { readAnswer, readPair } from './recorded.ts'
import { recordedRules, recordedExecution } from './recorded-execution.ts'

export interface SatisfyOptions {
  /** The operation id. Default: the operation that matches the request, or the only operation of the document. */
  readonly operation?: string
  /**
   * True if the server stores updates, so that responses must contain the sent values. False if its responses are
   * fixed. Default: true.
   */
  readonly remembers?: boolean
}

declare global {
  /**
   * Declares the matcher here, because all versions of vitest read assertion types from this namespace. The interface
   * `Matchers` differs between versions.
   */
  namespace Chai {
    interface Assertion {
      /**
       * Expects a response that satisfies the document, by the same rules as the gate. If the request is given, also
       * expects that an accepted update returns the sent values. Accepts responses of fetch, axios, supertest and
       * `undici.request`, HAR entries and recorded values. Clones bodies of fetch, and reads the body of
       * `undici.request`.
       *
       * @example await expect({ request, response }).toSatisfyContract('specs/lobbie/openapi.yaml')
       * @example await expect(response).toSatisfyContract('specs/lobbie/openapi.yaml', 'updateAppointment')
       */
      toSatisfyContract(document: string | URL, operation?: string | SatisfyOptions): Promise<void>
    }
  }
}

/** The result of a vitest matcher. */
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
    // Errors and contradicted assumptions fail the test. Drift and warnings do not fail it.
    const failed = judge(contract, execution, recordedRules(remembers)).findings.filter(
      ({ level }) => level === 'error' || level === 'assumption',
    )
    const what = `the response ${'status' in exchange.answer ? exchange.answer.status : ''} to ${found.operation.id}`
    return {
      pass: failed.length === 0,
      message: () =>
        failed.length === 0
          ? `${what} satisfies the document, but a violation was expected`
          : [`${what} violates the document`, ...failed.map((finding) => printTestFinding(finding, execution))].join(
              '\n',
            ),
    }
  },
}

async function exchangeOf(received: unknown): Promise<{ exchange: Exchange; hasRequest: boolean }> {
  if (typeof received === 'object' && received !== null && 'request' in received && 'response' in received) {
    const response = libraryResponse(received.response)?.response ?? received.response
    return { exchange: await readPair({ ...received, response }), hasRequest: true }
  }
  const { request: own, response = received } = libraryResponse(received) ?? {}
  if (own !== undefined) return { exchange: await readPair({ request: own, response }), hasRequest: true }
  const request = { method: '', target: '', headers: [] }
  return { exchange: { request, answer: await readAnswer(response), sentAt: '', milliseconds: 0 }, hasRequest: false }
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

const cache = new Map<
  string,
  { readonly changed: number; readonly contracts: ReadonlyMap<Operation, OperationContract> }
>()

/**
 * Returns the contracts of a document. Cached until the file changes, because compiling a document takes longer than
 * judging a response.
 */
function contractsOf(file: string): ReadonlyMap<Operation, OperationContract> {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const known = cache.get(file)
  if (known?.changed === changed) return known.contracts
  const operations = listOperations(readDocument(file))
  const contracts = new Map(operations.map((operation) => [operation, contractOf(operation)]))
  cache.set(file, { changed, contracts })
  return contracts
}

function fileOf(document: string | URL): string {
  const text = String(document)
  return text.startsWith('file:') ? fileURLToPath(text) : text
}
