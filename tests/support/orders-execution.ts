import type { Case } from '../../src/cases/case.ts'
import type { RawAnswer } from '../../src/exchanges/exchange.ts'
import type { Json, JsonObject } from '../../src/json.ts'
import { contractOf } from '../../src/evidence/contract.ts'
import { judge, type Judgement } from '../../src/verdicts/judge.ts'
import type { Execution } from '../../src/evidence/execution.ts'
import { ordersOperation } from './orders-document.ts'

export const ORDER: JsonObject = {
  id: 7,
  due: '2026-01-08T10:00:00Z',
  ends: '2026-01-08T11:00:00Z',
  note: 'as said',
  size: 'small',
  updated: '2026-01-05T09:00:01Z',
}

export const BEFORE: JsonObject = {
  ...ORDER,
  due: '2026-01-07T10:00:00Z',
  ends: '2026-01-07T11:00:00Z',
  updated: '2026-01-05T09:00:00Z',
}

const LIVE: Execution['target'] = { name: 'live', shows: { state: false, auth: 'full' } }

const operation = ordersOperation()
const contract = contractOf(operation)

/** The differences between an execution and one that passes every rule. */
export interface Changes {
  readonly expect?: Case['expect']
  readonly as?: Case['as']
  readonly method?: string
  readonly negative?: Case['negative']
  readonly proves?: readonly string[]
  readonly about?: string
  readonly status?: number
  readonly body?: Json
  readonly raw?: string
  readonly headers?: Record<string, string>
  readonly sent?: JsonObject
  readonly before?: JsonObject
  readonly later?: JsonObject | null
  readonly bystander?: JsonObject
  readonly bystanderLater?: JsonObject
  readonly then?: Execution['then']
  /**
   * True if the target is a live server without provider states. Otherwise, the target keeps state and has provider
   * states.
   */
  readonly live?: boolean
  /** The status of the GET that follows the Location header of the response. */
  readonly locationStatus?: number
  readonly requestHeaders?: readonly (readonly [string, string])[]
}

/**
 * Makes an execution of the orders operation, on a target that stores data. If `changes` is absent, the execution
 * passes every rule.
 */
export function executionOf(changes: Changes = {}): Execution {
  const { status = 200, headers = {}, sent = { due: '2026-01-08T10:00:00Z' } } = changes
  const body =
    changes.raw ?? JSON.stringify(changes.body === undefined ? (status < 300 ? ORDER : { error: 'no' }) : changes.body)
  const answer: RawAnswer = {
    status,
    headers: Object.entries({ 'content-type': 'application/json', 'x-revision': '3', ...headers }).filter(
      ([, value]) => value !== '',
    ),
    body: Buffer.from(body),
  }
  const bystander = changes.bystander ?? { id: 8 }
  return {
    case: {
      path: 'updateOrder/test',
      operation,
      maker: 'test',
      title: 'does what it should',
      as: changes.as ?? 'partner',
      send: { body: sent },
      expect: changes.expect ?? { kind: 'accepted' },
      proves: changes.proves ?? [],
      ...(changes.about === undefined ? {} : { about: changes.about }),
      ...(changes.method === undefined ? {} : { method: changes.method }),
      ...(changes.negative === undefined ? {} : { negative: changes.negative }),
    },
    ...(changes.locationStatus === undefined ? {} : { locationStatus: changes.locationStatus }),
    target: changes.live === true ? LIVE : { name: 'sandbox', shows: { state: true, auth: 'full' } },
    sent: { path: { id: 7 }, query: {}, headers: {}, body: sent },
    exchange: {
      request: {
        method: changes.method ?? 'PATCH',
        target: '/orders/7',
        headers: changes.requestHeaders ?? [['Content-Type', 'application/json']],
      },
      answer,
      sentAt: '2026-01-05T09:00:01Z',
      milliseconds: 1,
    },
    ...(changes.live === true
      ? {}
      : {
          before: { subject: changes.before ?? BEFORE, bystander },
          later: {
            subject: changes.later === undefined ? (status < 300 ? ORDER : BEFORE) : changes.later,
            bystander: changes.bystanderLater ?? bystander,
          },
        }),
    ...(changes.then === undefined ? {} : { then: changes.then }),
  }
}

export function judged(changes: Changes = {}): Judgement {
  return judge(contract, executionOf(changes))
}

/** Returns the findings of the changed execution in short form: rule, clause and place. */
export function found(changes: Changes = {}): string[] {
  return judged(changes).findings.map(({ rule, clause, at }) =>
    [rule, clause.replace('updateOrder', ''), at].join(' ').trim(),
  )
}
