import { ContractError } from '../../errors.ts'
import { buildRequest } from '../../exchanges/build-request.ts'
import type { Credential } from '../../exchanges/credentials/credential.ts'
import type { TokenExchange } from '../../exchanges/credentials/credentials.ts'
import { isAnswer, type RawAnswer, type TransportFailure } from '../../exchanges/exchange.ts'
import { parseJson, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { LiveSender } from '../sending/live-sender.ts'

/** The response to an auxiliary request. Such a request is not part of a case, and its response is not judged. */
export interface Called {
  readonly status: number
  readonly headers: RawAnswer['headers']
  /** The parsed body. Undefined if the body is not JSON. */
  readonly body: Json | undefined
}

/** Calls the vendor's operations with valid credentials. */
export interface Caller {
  /**
   * Sends a request with valid credentials. Throws `target-down` if there is no readable response. Repeats the request
   * only if repeating is safe.
   */
  call(operation: Operation, values: CallValues): Promise<Called>
}

export interface CallValues {
  readonly path: JsonObject
  readonly query?: JsonObject
  readonly body?: Json
  /** True if the request is allowed to be sent more than once. Default: true only for GET. */
  readonly isRepeatable?: boolean
}

export interface CallerOptions {
  readonly baseUrl: string
  readonly sender: LiveSender
  readonly credential: Credential
  readonly tokens: TokenExchange
  /** The headers that every request contains. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** The maximum number of times that a request is sent until it gets a usable response. */
const ATTEMPTS = 3

export function openCaller({ baseUrl, sender, credential, tokens, headers }: CallerOptions): Caller {
  return {
    call: async (operation, { path, query = {}, body, isRepeatable = operation.method === 'GET' }) => {
      const names = [...operation.path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
      const missing = names.filter((name) => path[name] === undefined)
      if (missing.length > 0) {
        throw new ContractError('bad-config', {
          what: `${operation.id} needs a value for ${missing.join(' and ')}`,
          where: 'contract.config.yaml',
          next: 'add it under `path` in the live section',
        })
      }
      const prepared = { operation, role: 'partner', path, query, headers: {}, ...(body === undefined ? {} : { body }) }
      for (let attempt = 1; ; attempt += 1) {
        const built = await buildRequest({ ...prepared, role: 'partner' }, { credential, tokens, baseUrl })
        const request = { ...built, headers: [...built.headers, ...headers] }
        const answer = await sender.send(request, true)
        if (isRepeatable && attempt < ATTEMPTS && sender.stopped() === undefined && isUnserved(answer)) continue
        if (!isAnswer(answer)) {
          throw new ContractError('target-down', {
            what: sender.stopped() ?? answer.message,
            where: `${operation.method} ${operation.path}`,
            next: 'run the command again when the server is available',
          })
        }
        const { status } = answer
        return { status, headers: answer.headers, body: parseJson(Buffer.from(answer.body).toString()) }
      }
    },
  }
}

function isUnserved(answer: RawAnswer | TransportFailure): boolean {
  if (!isAnswer(answer)) return answer.kind === 'reset' || answer.kind === 'timed-out' || answer.kind === 'refused'
  return answer.status === 429 || answer.status >= 500
}
