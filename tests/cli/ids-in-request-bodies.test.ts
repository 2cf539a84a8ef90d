import { afterEach, expect, test } from 'vitest'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'
import { folderWith } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

type Answer = readonly [status: number, body?: unknown]

/** The faults of a test server that stores halls. The id of a hall is the name in the body of its POST. */
interface Halls {
  /** Returns the id in the path of a hall with this name. Default: the name. */
  readonly idOf?: (name: string) => string
  /** True if a GET of an unknown hall answers 200. */
  readonly hasEveryHall?: boolean
  /** The value of `row` in every response about a seat. The document allows integers only. Default: 1. */
  readonly row?: unknown
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const NAMED = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 40 } },
}
const SEAT = {
  type: 'object',
  required: ['name', 'row'],
  properties: { name: { type: 'string' }, row: { type: 'integer' } },
}
const EMPTY = { type: 'object' }
const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const refused = {
  '400': { description: 'malformed' },
  '404': { description: 'unknown' },
  '409': { description: 'taken' },
}
const operation = (operationId: string, status: string, schema?: object, body?: object) => ({
  operationId,
  ...(body === undefined ? {} : { requestBody: { required: true, ...json(body) } }),
  responses: { [status]: { description: 'ok', ...(schema === undefined ? {} : json(schema)) }, ...refused },
})

/**
 * A document whose first path has the parameter `hall_name`, and whose other paths have `hall`. No response to a POST
 * contains an id.
 */
const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Halls', version: '1' },
  paths: {
    '/halls': { post: operation('makeHall', '200', EMPTY, NAMED) },
    '/halls/{hall_name}': {
      parameters: [path('hall_name')],
      get: operation('getHall', '200', NAMED),
      delete: operation('deleteHall', '204'),
    },
    '/halls/{hall}/seats': {
      parameters: [path('hall')],
      get: operation('listSeats', '200', { type: 'array', items: SEAT }),
      post: operation('makeSeat', '201', EMPTY, NAMED),
    },
    '/halls/{hall}/seats/{seat}': {
      parameters: [path('hall'), path('seat')],
      get: operation('getSeat', '200', SEAT),
      delete: operation('deleteSeat', '204'),
    },
  },
})

let server: TestServer | undefined
afterEach(() => server?.close())

async function gateOn({ idOf = (name) => name, hasEveryHall = false, row = 1 }: Halls) {
  const halls = new Map<string, Map<string, object>>([['main', new Map([['A1', { name: 'A1', row }]])]])
  const deleted: string[] = []
  const answer = (method: string, [, id, isSeats, seat]: readonly string[], body: unknown): Answer => {
    const name = nameIn(body)
    if (id === undefined) {
      if (method !== 'POST') return [405]
      if (name === undefined) return [400]
      if (halls.has(idOf(name))) return [409]
      halls.set(idOf(name), new Map())
      return [200, {}]
    }
    const seats = halls.get(id)
    if (isSeats === undefined && !['GET', 'DELETE'].includes(method)) return [405]
    if (seats === undefined)
      return hasEveryHall && method === 'GET' && isSeats === undefined ? [200, { name: id }] : [404]
    if (isSeats === undefined) {
      if (method === 'GET') return [200, { name: id }]
      deleted.push(id)
      return halls.delete(id) ? [204] : [404]
    }
    if (seat === undefined) {
      if (method === 'GET') return [200, [...seats.values()]]
      if (method !== 'POST') return [405]
      if (name === undefined) return [400]
      if (seats.has(name)) return [409]
      seats.set(name, { name, row })
      return [201, {}]
    }
    if (!['GET', 'DELETE'].includes(method)) return [405]
    if (!seats.has(seat)) return [404]
    if (method === 'DELETE') return seats.delete(seat) ? [204] : [404]
    return [200, seats.get(seat)]
  }
  server = await listenHttp((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const parts = (request.url ?? '').split('?')[0]?.split('/').slice(1).map(decodeURIComponent) ?? []
      const isJson = request.headers['content-type'] === 'application/json'
      const [status, body] = answer(request.method ?? '', parts, isJson ? text : '')
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(status === 405 ? { allow: 'GET, POST, DELETE' } : {}),
      }
      response.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  const folder = folderWith({ 'halls.json': DOCUMENT })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/halls.json`, '-u', server.url])
    const run = report.runs[0]
    const passed = new Set(run?.cases.flatMap((each) => (each.verdict === 'passed' ? [each.operation] : [])))
    return { code, findings: findingsOf(report), passed: [...passed].toSorted(), values: run?.values, halls, deleted }
  } finally {
    folder.remove()
  }
}

/** Returns the name in a JSON text. Returns undefined if the text is not a JSON object with a valid name. */
function nameIn(text: unknown): string | undefined {
  try {
    const value = JSON.parse(String(text)) as { name?: unknown } | null
    const name = value?.name
    return typeof name === 'string' && name.length > 0 && name.length <= 40 ? name : undefined
  } catch {
    return undefined
  }
}

const ALL = ['deleteHall', 'deleteSeat', 'getHall', 'getSeat', 'listSeats', 'makeHall', 'makeSeat']

test('a name in the body of a POST is used as the id of the new object if a GET finds the object by this name', async () => {
  const { code, findings, passed, halls } = await gateOn({})
  expect({ code, findings, passed }).toEqual({ code: 0, findings: [], passed: ALL })
  expect([...(halls.get('main')?.keys() ?? [])]).toEqual(['A1'])
})

test('the run removes an object with the documented DELETE, even if the path of the DELETE uses another parameter name', async () => {
  const { values } = await gateOn({})
  expect(values).toContainEqual(
    expect.stringMatching(/^hall of .* an object that POST \/halls made; DELETE \/halls\/\{hall_name\} removed /),
  )
})

test('the gate reports a wrong response body for an object whose id is a name that the client sent', async () => {
  const { code, findings } = await gateOn({ row: 'first' })
  expect(findings.join('\n')).toMatch(/^response_schema_conformance error getSeat\//m)
  expect(code).toBe(1)
})

test('a name in the body of a POST is not used as an id if no GET finds the object by this name', async () => {
  const { findings, passed, deleted } = await gateOn({ idOf: (name) => `no-${name.length}-${name.slice(-3)}` })
  expect({ findings, deleted }).toEqual({ findings: [], deleted: [] })
  expect(passed).not.toContain('makeSeat')
})

test('a name in the body of a POST is not used as an id if a GET with this name got a 200 before the POST', async () => {
  const { deleted, passed } = await gateOn({ hasEveryHall: true })
  expect(deleted).toEqual([])
  expect(passed).not.toContain('makeSeat')
})
