import type { Case } from '../../src/cases/case.ts'
import type { Credentials } from '../../src/exchanges/credentials/credentials.ts'
import type { RawRequest } from '../../src/exchanges/exchange.ts'
import type { Established, Target } from '../../src/targets/target.ts'
import type { Json, JsonObject } from '../../src/json.ts'
import type { ExecuteCase } from '../../src/run/execute/execute-case.ts'
import { ordersOperation } from './orders-document.ts'
import { BEFORE } from './orders-execution.ts'

/** A stored order. The function `answer` may change it. */
export type KeptOrder = { -readonly [name in keyof typeof BEFORE]?: Json }

export interface OrdersTargetOptions {
  /** Handles a request about an order. By default the request is refused with 400 and changes nothing. */
  readonly answer?: (request: RawRequest, order: KeptOrder) => { readonly status: number; readonly body: Json }
  /** Changes a provider state before the run uses it. */
  readonly established?: (plain: Established) => Established
  readonly establish?: () => never
  readonly target?: Partial<Target>
}

/** A target in this process that keeps state. It records its requests and the provider states that it sets up. */
export interface OrdersTarget {
  readonly context: ExecuteCase
  readonly sent: readonly RawRequest[]
  readonly established: readonly string[]
  readonly released: readonly string[]
}

const REFUSAL = { status: 400, body: { error: 'no' } }

export function ordersTarget(options: OrdersTargetOptions = {}): OrdersTarget {
  const { answer = () => REFUSAL, established: change = (plain) => plain } = options
  const sent: RawRequest[] = []
  const established: string[] = []
  const released: string[] = []
  const orders = new Map<number, KeptOrder>()
  const target: Target = {
    name: 'sandbox',
    baseUrl: 'http://127.0.0.1',
    shows: { state: true, auth: 'full' },
    send: (request) => {
      sent.push(request)
      const id = Number(request.target.split('/').at(-1))
      const { status, body } = answer(request, orders.get(id) ?? {})
      return Promise.resolve({
        status,
        headers: [
          ['content-type', 'application/json'],
          ['x-revision', '3'],
        ],
        body: Buffer.from(JSON.stringify(body)),
      })
    },
    states: {
      requests: 0,
      establish: ({ caseId }) => {
        options.establish?.()
        const id = established.push(caseId)
        orders.set(id, { ...BEFORE, id })
        const plain: Established = {
          path: { id },
          values: {},
          given: {},
          credentials: { partner: { type: 'apiKey', value: 'a key' } },
          observe: () => Promise.resolve({ subject: { ...orders.get(id) } as JsonObject, bystander: { id: 0 } }),
          release: () => Promise.resolve(void released.push(caseId)),
        }
        return Promise.resolve(change(plain))
      },
    },
    ...options.target,
  }
  return { context: { target, clock: CLOCK, credentials: NO_TOKENS }, sent, established, released }
}

const CLOCK: ExecuteCase['clock'] = {
  start: '2026-01-05T09:00:00Z',
  now: () => '2026-01-05T09:00:01Z',
  elapsed: () => 0,
}
const NO_TOKENS: Credentials = {
  requests: 0,
  isExpired: () => false,
  tokenFor: () => Promise.reject(new Error('there are no tokens')),
  close: () => Promise.resolve(),
}

const operation = ordersOperation()

/** Makes a negative case of the orders operation. `changes` replaces properties of the case. */
export function orderCase(path: string, changes: Partial<Case> = {}): Case {
  return {
    path,
    operation,
    maker: 'test',
    title: 'refuses what it should',
    as: 'partner',
    given: { state: 'order', with: {} },
    send: { headers: { 'X-Tenant': 'a' }, body: { size: 'huge' } },
    expect: { kind: 'refused', part: 'body' },
    proves: [],
    ...changes,
  }
}
