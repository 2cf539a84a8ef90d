import { beforeEach, describe, expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import type { RawAnswer, RawRequest } from '../../../../src/exchanges/exchange.ts'
import { secondReads, type SecondReads } from '../../../../src/run/execute/second-read.ts'
import { plainOperation } from '../../../support/plain-order.ts'

let sent: string[] = []
let reads: SecondReads
const status = { of: 200 }
let stored: unknown = { note: 'old' }

const sender = {
  send({ method, target }: RawRequest): Promise<RawAnswer> {
    sent.push(`${method} ${target}`)
    const body = Buffer.from(JSON.stringify(stored))
    return Promise.resolve({ status: status.of, headers: [['content-type', 'application/json']], body })
  },
}
const by = {
  sender,
  baseUrl: 'http://orders.test',
  credential: { type: 'none' },
  tokens: { token: () => Promise.reject(new Error('no token is needed')) },
} as unknown as Parameters<SecondReads['around']>[2]

const write = async (id: string, path = { id: 7 }, rest: Partial<Case> = {}) => {
  const aCase = { operation: plainOperation(id), expect: { kind: 'accepted' }, ...rest } as Case
  const { seen } = await reads.around(aCase, { path }, by, () => {
    sent.push(id)
    stored = { note: 'new' }
    return Promise.resolve({})
  })
  return [seen.before?.subject, seen.later?.subject, seen.readBy?.id]
}

beforeEach(() => {
  sent = []
  reads = secondReads()
  status.of = 200
  stored = { note: 'old' }
})

test('a run reads the resource by the documented GET before and after a write', async () => {
  expect(await write('patchOrder')).toEqual([{ note: 'old' }, { note: 'new' }, 'getOrder'])
  expect(sent).toEqual(['GET /orders/7', 'patchOrder', 'GET /orders/7'])
})

test('a run uses the read after one write as the read before the next write to the same resource', async () => {
  await write('patchOrder')
  await write('putOrder')
  await write('putOrder', { id: 8 })
  expect(sent.filter((each) => each.startsWith('GET'))).toEqual([
    'GET /orders/7',
    'GET /orders/7',
    'GET /orders/7',
    'GET /orders/8',
    'GET /orders/8',
  ])
})

test('a run reads a resource again after a write to another resource', async () => {
  await write('patchOrder')
  await write('addOrder')
  await write('patchOrder')
  expect(sent.filter((each) => each.startsWith('GET'))).toHaveLength(4)
})

test('a run remembers for each resource the values that earlier accepted writes sent', async () => {
  const aCase = { operation: plainOperation('patchOrder'), expect: { kind: 'accepted' } } as Case
  const sentBefore = async (id: number) =>
    (await reads.around(aCase, { path: { id } }, by, () => Promise.resolve({}))).seen.sentBefore
  reads.remember(aCase.operation.path, { id: 7 }, { note: 'a', count: 1 })
  reads.remember(aCase.operation.path, { id: 7 }, { note: 'b' })
  expect(await sentBefore(7)).toEqual({ note: 'b', count: 1 })
  expect(await sentBefore(8)).toBeUndefined()
})

describe('a run does not read', () => {
  test('a resource without a documented GET', async () => {
    expect(await write('addOrder')).toEqual([undefined, undefined, undefined])
    expect(sent).toEqual(['addOrder'])
  })

  test('a resource after the write if it did not exist before', async () => {
    status.of = 404
    expect(await write('deleteOrder')).toEqual([undefined, undefined, undefined])
    expect(sent).toEqual(['GET /orders/7', 'deleteOrder'])
  })

  test('a resource again after the server refused the GET once', async () => {
    status.of = 403
    await write('patchOrder')
    await write('patchOrder')
    expect(sent).toEqual(['GET /orders/7', 'patchOrder', 'patchOrder'])
  })

  test('the resource of a case whose path value is invalid', async () => {
    await write('patchOrder', { id: 7 }, { expect: { kind: 'refused', part: 'path' } })
    expect(sent).toEqual(['patchOrder'])
  })
})
