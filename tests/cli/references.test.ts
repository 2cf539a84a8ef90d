import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { OLD_PETS, openPets, petsDocument, type PetAnswer, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const order = {
  type: 'object',
  required: ['petId'],
  properties: { id: { type: 'string', readOnly: true }, petId: { type: 'string' }, note: { type: 'string' } },
}
const ok = { description: 'ok', ...json(order) }
const refused = { description: 'refused', ...json({ type: 'object', required: ['error'] }) }
const parameter = (name: string, place: 'path' | 'query') => ({
  name,
  in: place,
  required: true,
  schema: { type: 'string', maxLength: 20 },
})
const DOCUMENT = petsDocument({
  paths: {
    '/orders': {
      get: {
        operationId: 'listOrders',
        parameters: [parameter('petId', 'query')],
        responses: {
          '200': { description: 'ok', ...json({ type: 'array', items: order }) },
          '400': refused,
          '404': refused,
        },
      },
      post: {
        operationId: 'addOrder',
        requestBody: { required: true, ...json(order) },
        responses: { '201': ok, '400': refused, '404': refused },
      },
    },
    '/orders/{orderId}': {
      parameters: [parameter('orderId', 'path')],
      get: { operationId: 'getOrder', responses: { '200': ok, '404': refused } },
      delete: { operationId: 'deleteOrder', responses: { '204': { description: 'gone' }, '404': refused } },
    },
  },
})

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on a server that stores pets and orders. Each order must refer to an existing pet. */
async function gateOn(args: string[] = []) {
  const orders = new Map<string, Record<string, unknown>>()
  let next = 1
  server = await openPets(({ method, path, body }, { pets }): PetAnswer | undefined => {
    const { pathname, searchParams } = new URL(path, 'http://localhost')
    const [, collection, id] = pathname.split('/')
    if (collection !== 'orders') return undefined
    if (id === undefined && method === 'GET') {
      const petId = searchParams.get('petId') ?? ''
      if (petId === '' || petId.length > 20) return [400, { error: 'which pet?' }]
      return pets.has(petId)
        ? [200, [...orders.values()].filter((each) => each['petId'] === petId)]
        : [404, { error: 'no pet' }]
    }
    if (id === undefined && method === 'POST') {
      const sent = body as Record<string, unknown> | null
      const isText = (value: unknown): boolean => typeof value === 'string'
      const isOrder = isText(sent?.['petId']) && (sent?.['note'] === undefined || isText(sent['note']))
      if (!isOrder || sent === null) return [400, { error: 'this is no order' }]
      if (!pets.has(String(sent['petId']))) return [404, { error: 'no such pet' }]
      const { note } = sent
      const made = { id: `order-${next++}`, petId: sent['petId'], ...(note === undefined ? {} : { note }) }
      orders.set(made.id, made)
      return [201, made]
    }
    const found = orders.get(id ?? '')
    if (id === undefined || !['GET', 'DELETE'].includes(method)) return [405, { error: 'no' }, { allow: 'GET, DELETE' }]
    if (found === undefined) return [404, { error: 'no such order' }]
    return method === 'DELETE' ? (orders.delete(id), [204]) : [200, found]
  })
  const folder = folderWith({ 'pets.json': DOCUMENT })
  try {
    const ran = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, ...args])
    const verdicts = ran.report.runs[0]?.cases.map(({ path, verdict }) => `${path} ${verdict}`)
    return { ...ran, findings: findingsOf(ran.report), verdicts: verdicts ?? [], orders }
  } finally {
    folder.remove()
  }
}

describe('ids of objects that the gate created', () => {
  test('are sent wherever a body or query refers to these objects, and are in no report', async () => {
    const { code, findings, verdicts, orders, report, out } = await gateOn()
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    expect(verdicts).toContain('addOrder/valid/base passed')
    expect(verdicts).toContain('listOrders/valid/base passed')
    expect(verdicts).toContain('deleteOrder/journey/delete passed')
    expect(orders.size).toBe(0)
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
    const sent = server?.requests.filter(({ method, path }) => method === 'POST' && path === '/orders') ?? []
    expect(sent.some(({ body }) => JSON.stringify(body ?? null).includes('old-'))).toBe(false)
    expect(JSON.stringify(report) + out).not.toMatch(/new-\d/)
  })

  test('are not sent where the user supplied another value', async () => {
    await gateOn(['--param', 'petId=old-1'])
    const lists = server?.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/orders?'))
    expect(lists?.some(({ path }) => path.includes('new-'))).toBe(false)
  })
})

test('verdicts of a run do not depend on concurrency or on the number of shards', async () => {
  const { verdicts } = await gateOn(['--concurrency', '1'])
  await server?.close()
  const { verdicts: concurrent } = await gateOn(['--concurrency', '16'])
  expect(concurrent).toEqual(verdicts)
  const ofShards: string[] = []
  for (const shard of ['1/2', '2/2']) {
    await server?.close()
    const ran = await gateOn(['--shard', shard])
    ofShards.push(...ran.verdicts.filter((each) => !each.endsWith('not-run')))
  }
  expect(ofShards.toSorted()).toEqual(verdicts.filter((each) => !each.endsWith('not-run')).toSorted())
})
