import { afterEach, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate, runMain, type Ran } from '../support/run-main.ts'
import type { Report } from '../../src/report/report.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

const servers: TestServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const DOCUMENT = `
openapi: 3.1.0
info: { title: Tasks, version: '1' }
x-states:
  task: { gives: { properties: { path: { required: [id] } } } }
paths:
  /tasks/{id}:
    patch:
      operationId: updateTask
      x-update: partial
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              minProperties: 1
              additionalProperties: false
              properties: { title: { type: string, maxLength: 9 }, size: { type: integer, minimum: 1, maximum: 5 } }
      responses: { '200': { description: ok }, '400': { description: bad } }
      x-scenarios:
        '200':
          - { id: rename, given: { state: task }, send: { body: { title: new } } }
          - { id: resize, given: { state: task }, send: { body: { size: 2 } } }
`

/**
 * Runs the gate with a setup module, against a correct server of tasks. `module` returns the code of the setup module
 * for the URL of the server.
 */
async function gate(module: (url: string) => string): Promise<Ran & { readonly report: Report }> {
  const tasks = new Map<string, Record<string, unknown>>()
  const server = await listenHttp((request, response) => {
    let text = ''
    request.on('data', (bytes: Buffer) => (text += bytes.toString()))
    request.on('end', () => {
      const [, , id = ''] = (request.url ?? '').split('/')
      const json = (status: number, body: unknown): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (request.method === 'PUT') {
        tasks.set(id, JSON.parse(text) as Record<string, unknown>)
        return json(200, {})
      }
      if (request.method === 'GET') return json(200, tasks.get(id) ?? null)
      if (request.method !== 'PATCH') return void response.writeHead(405, { allow: 'PATCH' }).end()
      let body: Record<string, unknown>
      try {
        body = JSON.parse(text) as Record<string, unknown>
      } catch {
        return void response.writeHead(400).end()
      }
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
      const { title = 'x', size = 1, ...others } = isObject ? body : { bad: true }
      const isGood =
        request.headers['content-type']?.startsWith('application/json') === true &&
        Object.keys(others).length === 0 &&
        Object.keys(body).length > 0 &&
        typeof title === 'string' &&
        [...title].length <= 9 &&
        Number.isInteger(size) &&
        Number(size) >= 1 &&
        Number(size) <= 5
      if (!isGood || !/^\d+$/.test(id)) return void response.writeHead(400).end()
      // The update is slow, so that the gate can send the update of another case in the meantime.
      setTimeout(() => {
        tasks.set(id, { ...tasks.get(id), ...body })
        response.writeHead(200).end()
      }, 20)
    })
  })
  servers.push(server)
  const args = ['--spec', 'tasks.yaml', '-u', server.url, '--setup', 'setup.mjs', '--request-timeout', '2000']
  return inFolder({ 'tasks.yaml': DOCUMENT, 'setup.mjs': module(server.url) }, () => runGate(args))
}

/** Returns the code of a setup module that creates a task and reads it. `id` is a JavaScript expression for the id. */
const putting = (id: string) => (url: string) =>
  `
let last = 0
export async function establish() {
  const url = '${url}/tasks/' + ${id}
  await fetch(url, { method: 'PUT', body: JSON.stringify({ title: 'old', size: 1 }) })
  const observe = async () => ({ subject: await (await fetch(url)).json(), bystander: null })
  return { path: { id: Number(url.split('/').at(-1)) }, values: {}, given: {}, credentials: { partner: { type: 'none' } }, observe }
}`

describe('a setup module', () => {
  test('that creates a new task for each case causes no blocked case', async () => {
    const { report } = await gate(putting('(last += 1)'))
    expect(report.runs[0]?.findings).toEqual([])
    expect(report.runs[0]?.cases.filter(({ verdict }) => verdict === 'blocked')).toEqual([])
  })

  test('that always returns the same task causes no finding and no blocked case', async () => {
    const { report } = await gate(putting('7'))
    expect(report.runs[0]?.findings).toEqual([])
    expect(report.runs[0]?.cases.filter(({ verdict }) => verdict === 'blocked')).toEqual([])
  })

  test('that returns a task in use by another case causes no finding about the server', async () => {
    const { report } = await gate(putting('((last += 1) % 3)'))
    expect(report.runs[0]?.findings).toEqual([])
  })

  test.each([
    ['ends the process when it is loaded', 'process.exit(0)', /calls process\.exit when it is loaded/],
    [
      'ends the process when it is called',
      'export function establish() { process.exit(0) }',
      /the setup module called process\.exit/,
    ],
    ['throws when it is loaded', 'throw new Error("s3cr3t")', /the module throws an error when it is loaded/],
    [
      'throws an error of another copy of this package when it is loaded',
      'throw Object.assign(new Error(), { name: "ContractError", code: "unknown-case", details: { what: "no scenario x" } })',
      /There is no such case: no scenario x/,
    ],
    [
      'throws an error of another version of this package when it is loaded',
      'throw Object.assign(new Error(), { name: "ContractError", code: "unknown-here", details: { what: "no scenario x" } })',
      /the module throws an error when it is loaded/,
    ],
    [
      'throws when it is called',
      'export function establish() { throw new Error("s3cr3t") }',
      /the setup module threw an error/,
    ],
    ['never finishes loading', 'await new Promise(() => undefined)', /did not finish loading within 2000 ms/],
    ['never returns', 'export const establish = () => new Promise(() => undefined)', /did not finish within 2000 ms/],
  ])('that %s makes the run exit 2 with an error about the module', async (_name, module, message) => {
    const { code, out, report } = await gate(() => module)
    expect(code).toBe(2)
    expect(report.runs[0]?.findings).toEqual([])
    expect(JSON.stringify(report)).toMatch(message)
    expect(out + JSON.stringify(report)).not.toContain('s3cr3t')
  })
})

describe('an API that the sandbox does not have', () => {
  const files = { 'specs/tasks/openapi.yaml': DOCUMENT, 'specs/tasks/policy.yaml': '{}' }

  test('is skipped on the sandbox by default', async () => {
    const { err, report } = await inFolder(files, () => runGate(['--api', 'tasks']))
    expect(report.runs.map(({ target }) => target)).toEqual(['mock'])
    expect(err).toContain('tasks: the sandbox is skipped')
  })

  test('makes the run exit 2 if --target names the sandbox', async () => {
    const { code, out } = await inFolder(files, () => runMain(['gate', '--api', 'tasks', '--target', 'sandbox']))
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('the sandbox has no API tasks, only lobbie and aniva')
  })
})
