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

const operation = ordersOperation()
const contract = contractOf(operation)

export interface Told {
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
}

/** An execution of the orders operation as a stateful target might have answered it; by default everything is well. */
export function executionOf(told: Told = {}): Execution {
  const { status = 200, headers = {}, sent = { due: '2026-01-08T10:00:00Z' } } = told
  const body =
    told.raw ?? JSON.stringify(told.body === undefined ? (status < 300 ? ORDER : { error: 'no' }) : told.body)
  const answer: RawAnswer = {
    status,
    headers: Object.entries({ 'content-type': 'application/json', 'x-revision': '3', ...headers }).filter(
      ([, value]) => value !== '',
    ),
    body: Buffer.from(body),
  }
  const bystander = told.bystander ?? { id: 8 }
  return {
    case: {
      path: 'updateOrder/test',
      operation,
      maker: 'test',
      title: 'does what it should',
      as: told.as ?? 'partner',
      send: { body: sent },
      expect: told.expect ?? { kind: 'accepted' },
      proves: told.proves ?? [],
      ...(told.about === undefined ? {} : { about: told.about }),
      ...(told.method === undefined ? {} : { method: told.method }),
      ...(told.negative === undefined ? {} : { negative: told.negative }),
    },
    target: { name: 'sandbox', shows: { state: true, auth: 'full', faults: false } },
    sent: { path: { id: 7 }, query: {}, headers: {}, body: sent },
    exchange: {
      request: { method: told.method ?? 'PATCH', target: '/orders/7', headers: [['Content-Type', 'application/json']] },
      answer,
      sentAt: '2026-01-05T09:00:01Z',
      milliseconds: 1,
    },
    before: { subject: told.before ?? BEFORE, bystander },
    later: {
      subject: told.later === undefined ? (status < 300 ? ORDER : BEFORE) : told.later,
      bystander: told.bystanderLater ?? bystander,
    },
    ...(told.then === undefined ? {} : { then: told.then }),
  }
}

export function judged(told: Told = {}): Judgement {
  return judge(contract, executionOf(told))
}

/** What a judgement finds, short: rule and clause. */
export function found(told: Told = {}): string[] {
  return judged(told).findings.map(({ rule, clause, at }) =>
    [rule, clause.replace('updateOrder', ''), at].join(' ').trim(),
  )
}
