import { setTimeout } from 'node:timers/promises'
import { readDocument } from '../../src/document/read-document.ts'
import { ContractError } from '../../src/errors.ts'
import { planClient } from '../../src/generate/client-plan.ts'
import { generate } from '../../src/generate/generate.ts'
import { pascalCase } from '../../src/generate/identifiers.ts'
import { listNamedSchemas } from '../../src/generate/prepare/named-schemas.ts'
import { listSendableOperations } from '../../src/generate/prepare/sendable-operations.ts'
import { selfContained } from '../../src/generate/prepare/self-contained.ts'
import { splitOneWay } from '../../src/generate/prepare/split-one-way.ts'
import { openMock, type Mock } from '../../src/targets/mock.ts'
import { loadClient } from './load-client.ts'
import type { PublicDocument } from './public-documents.ts'
import { roundTrip, type Client, type Received, type RoundTrip } from './round-trip.ts'

/**
 * The calls of a client that was generated from one document, and their results. If no code was generated, `refused` is
 * the reason.
 */
export interface ProvedDocument {
  readonly name: string
  readonly trips: readonly RoundTrip[]
  readonly refused?: string
}

/** Credentials of every kind at once, because Prism only checks that a credential is present. */
const CREDENTIALS = { apiKey: 'key', token: 'token', username: 'user', password: 'password' }

/** A placeholder. Requests to this host are sent to the mock, whose port changes when the mock is started again. */
const BASE_URL = 'http://mock.invalid'

/**
 * Generates the client of a document, and calls each method of the client against a Prism mock of the same document.
 */
export async function proveDocument({ name, file }: PublicDocument): Promise<ProvedDocument> {
  const document = readDocument(file)
  const api = { name, document }
  const operations = listSendableOperations(document)
  try {
    const files = await generate({ ...api, handlers: false })
    const { forRequests } = splitOneWay(selfContained(document))
    const { methods, schemes } = planClient(api, operations, listNamedSchemas(api, operations, forRequests))
    const called = methods.filter(({ operation }) => operation.isWebhooks !== true)
    if (called.length === 0) return { name, trips: [] }
    const module = await loadClient(name, files)
    const open = (): Promise<Mock> => openMock({ documentFile: file, startMilliseconds: 120_000 })
    let mock = await open()
    let last: Received | undefined
    try {
      const create = module[`create${pascalCase(name)}Client`] as (options: object) => Client
      const client = create({
        baseUrl: BASE_URL,
        credentials:
          schemes.length > 1 ? Object.fromEntries(schemes.map((each) => [each.name, CREDENTIALS])) : CREDENTIALS,
        retries: 0,
        timeoutMs: 120_000,
        fetch: async (url: string, init: RequestInit) => {
          const response = await fetch(mock.url + url.slice(BASE_URL.length), init)
          last = await receivedFrom(response.clone())
          return response
        },
      })
      const trips: RoundTrip[] = []
      for (const method of called) {
        last = undefined
        const trip = await roundTrip(method, client, () => last)
        const ended = trip.result === 'fails' ? await failureOf(mock) : undefined
        trips.push(ended === undefined ? trip : { ...trip, result: 'explained', why: `Prism ended: ${ended}` })
        if (ended === undefined) continue
        await mock.close()
        mock = await open()
      }
      return { name, trips }
    } finally {
      await mock.close()
    }
  } catch (error) {
    if (error instanceof ContractError) return { name, trips: [], refused: error.message.split('\n')[0] ?? '' }
    throw error
  }
}

/**
 * Returns the reason why Prism has ended. Returns undefined if Prism still runs. Waits first, because Prism may end a
 * moment after it has closed the connection.
 */
async function failureOf(mock: Mock): Promise<string | undefined> {
  await setTimeout(200)
  return mock.target.failure?.()?.split('\n')[0]
}

async function receivedFrom(response: Response): Promise<Received> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text: await response.text(),
    violations: response.headers.get('sl-violations') ?? '',
  }
}
