import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate } from '../support/run-main.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const BODY = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['minutes'],
        additionalProperties: false,
        properties: { minutes: { type: 'integer', minimum: 5, maximum: 60 } },
      },
    },
  },
}

type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void

async function gate(paths: object, answer: Answer, args: readonly string[] = []): ReturnType<typeof runGate> {
  const document = JSON.stringify({ openapi: '3.0.3', info: { title: 'Visits', version: '1' }, paths })
  const server = await listenHttp((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => (body += bytes.toString()))
    request.on('end', () => answer(request, body, response))
  })
  servers.push(server)
  return inFolder({ 'visits.json': document }, () => runGate(['--spec', 'visits.json', '-u', server.url, ...args]))
}

function isGood({ headers }: IncomingMessage, body: string): boolean {
  try {
    const value = JSON.parse(body) as { minutes?: unknown } | null
    const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
    const minutes = value?.minutes
    const isInRange = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 5 && minutes <= 60
    return headers['content-type']?.startsWith('application/json') === true && names.length === 1 && isInRange
  } catch {
    return false
  }
}

describe('the header Idempotency-Key', () => {
  const FORMS: readonly [string, object, RegExp][] = [
    ['a UUID', { type: 'string', format: 'uuid' }, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/],
    ['at most 16 characters', { type: 'string', minLength: 1, maxLength: 16 }, /^.{1,16}$/],
    ['lower-case hexadecimal digits', { type: 'string', pattern: '^[0-9a-f]{32}$' }, /^[0-9a-f]{32}$/],
  ]
  test.each(FORMS)('has a new value in every request if its schema demands %s', async (_name, schema, form) => {
    const bodies = new Map<string, string>()
    let reused = 0
    const post = {
      operationId: 'addVisit',
      parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, schema }],
      requestBody: BODY,
      responses: { 201: { description: 'added' }, 400: { description: 'bad' }, 422: { description: 'key reused' } },
    }
    const { code, report } = await gate({ '/visits': { post } }, (request, body, response) => {
      if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
      const key = request.headers['idempotency-key']
      if (typeof key !== 'string' || !form.test(key)) return void response.writeHead(400).end()
      if (bodies.has(key)) {
        reused += 1
        return void response.writeHead(422).end()
      }
      bodies.set(key, body)
      response.writeHead(isGood(request, body) ? 201 : 400).end()
    })
    expect(report.runs[0]?.findings.map(({ rule, received }) => [rule, received])).toEqual([])
    expect(code).toBe(0)
    expect(reused).toBe(0)
  })
})

describe('the header If-Match', () => {
  const paths = {
    '/visits/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        operationId: 'readVisit',
        responses: { 200: { description: 'ok' }, 400: { description: 'bad' }, 404: { description: 'no' } },
      },
      put: {
        operationId: 'putVisit',
        parameters: [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: BODY,
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { type: 'object', required: ['minutes'] } } },
          },
          400: { description: 'bad' },
          404: { description: 'no' },
          412: { description: 'changed meanwhile' },
          428: { description: 'If-Match is missing' },
        },
      },
    },
  }
  const visits = (stored: (body: string) => string): Answer => {
    let version = 1
    return (request, body, response) => {
      const id = /^\/visits\/([^/]*)$/.exec(request.url ?? '')?.[1]
      if (!['GET', 'PUT'].includes(request.method ?? ''))
        return void response.writeHead(405, { allow: 'GET, PUT' }).end()
      if (id === undefined || !/^\d+$/.test(id)) return void response.writeHead(400).end()
      if (id !== '7') return void response.writeHead(404).end()
      if (request.method === 'GET') return void response.writeHead(200, { etag: `"${version}"` }).end()
      const tag = request.headers['if-match']
      if (tag === undefined) return void response.writeHead(428).end()
      if (!isGood(request, body)) return void response.writeHead(400).end()
      if (tag !== `"${version}"`) return void response.writeHead(412).end()
      version += 1
      response.writeHead(200, { 'content-type': 'application/json', etag: `"${version}"` }).end(stored(body))
    }
  }

  test('contains the ETag that a GET on the same path returns', async () => {
    const { report } = await gate(
      paths,
      visits((body) => body),
      ['--param', 'id=7'],
    )
    const [run] = report.runs
    expect(run?.findings.map(({ rule, received }) => [rule, received])).toEqual([])
    expect(run?.cases.filter(({ operation }) => operation === 'putVisit').map(({ status }) => status)).toContain(200)
  })

  test('contains the current ETag, so that the update succeeds and the gate detects the wrong response', async () => {
    const { code, report } = await gate(
      paths,
      visits(() => '{"wrong":1}'),
      ['--param', 'id=7'],
    )
    expect(code).toBe(1)
    expect(report.runs[0]?.findings.map(({ rule }) => rule)).toContain('response_schema_conformance')
  })
})
