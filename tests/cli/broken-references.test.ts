import { symlinkSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { listenHttp } from '../src/exchanges/servers.ts'
import { folderWith } from '../support/in-folder.ts'
import { runGate, runMain } from '../support/run-main.ts'

const SCHEMA = '{ type: object, required: [id], properties: { id: { type: integer } } }'
const answer = (schema: string): string =>
  `responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }`

const DOCUMENT = `openapi: 3.1.0
info: { title: Parts, version: '1' }
paths:
  /good: { get: { operationId: good, ${answer(SCHEMA)} } }
  /dangling: { get: { operationId: dangling, ${answer("{ $ref: '#/components/schemas/Gone' }")} } }
  /file: { get: { operationId: file, ${answer("{ items: { $ref: 'gone.yaml' } }")} } }
  /remote: { get: { operationId: remote, ${answer("{ $ref: 'https://parts.test/a.yaml' }")} } }
  /cycle: { get: { operationId: cycle, ${answer("{ $ref: '#/components/schemas/Cycle' }")} } }
  /item: { $ref: 'gone.yaml' }
  /properties: { get: { operationId: properties, ${answer("{ type: object, properties: { $ref: 'parts/props.yaml#/common' } }")} } }
components:
  schemas:
    Cycle: { $ref: '#/components/schemas/Cycle' }
`
/** Returns a document with a `$ref` to a response in another file. */
const outside = (reference: string): string => `openapi: 3.1.0
info: { title: Parts, version: '1' }
paths: { /out: { get: { operationId: out, responses: { '200': { $ref: '${reference}' } } } } }
`
const PROPS = 'common:\n  id: { type: integer }\n'

let close: () => unknown = () => undefined
afterEach(() => close())

async function partsServer(body: object): Promise<string> {
  const server = await listenHttp((request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  })
  close = () => server.close()
  return server.url
}

test('if a response has a broken reference, only the body of this response is not checked', async () => {
  const folder = folderWith({ 'openapi.yaml': DOCUMENT, 'parts/props.yaml': PROPS })
  const url = await partsServer({ id: 7 })
  const { code, report } = await runGate(['--spec', `${folder.path}/openapi.yaml`, '-u', url])
  folder.remove()
  const cells = new Map(report.runs[0]?.cells.map(({ operation, state, because }) => [operation, [state, because]]))
  const statusOnly = ['passed', 'status only']
  expect(Object.fromEntries(cells)).toMatchObject({
    good: ['passed', undefined],
    properties: ['passed', undefined],
    dangling: statusOnly,
    file: statusOnly,
    remote: statusOnly,
    cycle: statusOnly,
  })
  const unread = report.runs[0]?.clauses.filter(({ kind }) => kind === 'unreadable-response')
  expect(unread?.map(({ operation, state }) => [operation, state])).toEqual(
    ['dangling', 'file', 'remote', 'cycle'].map((id) => [id, 'not-run']),
  )
  expect(report.runs[0]?.because.join('\n')).toMatch(/\/item.*gone\.yaml/)
  expect([code, report.runs[0]?.findings]).toEqual([2, []])
})

const REMOTE = "$ref: 'https://parts.test/a.yaml'"
const ID = '{ name: id, in: path, required: true, schema: { type: integer }, example: 7 }'

test('a broken reference in a request blocks the operation, except a reference to a path parameter whose value the user supplies', async () => {
  const ok = `responses: { '200': { description: ok }, '400': { ${REMOTE} } }`
  const paths = {
    '/body': `post: { operationId: body, requestBody: { ${REMOTE} }, ${ok} }`,
    '/query': `get: { operationId: query, parameters: [{ ${REMOTE} }], ${ok} }`,
    '/both/{id}': `get: { operationId: both, parameters: [${ID}, { ${REMOTE} }], ${ok} }`,
    '/of-item/{id}': `{ parameters: [{ ${REMOTE} }, { ${REMOTE} }], get: { operationId: ofItem, ${ok} } }`,
    '/path/{id}': `get: { operationId: path, parameters: [{ ${REMOTE} }], ${ok} }`,
  }
  const lines = Object.entries(paths).map(([path, item]) => `  ${path}: ${item.startsWith('{') ? item : `{ ${item} }`}`)
  const text = `openapi: 3.0.3\ninfo: { title: Parts, version: '1' }\npaths:\n${lines.join('\n')}\n`
  const folder = folderWith({ 'openapi.yaml': text })
  const url = await partsServer({ id: 7 })
  const { report } = await runGate(['--spec', `${folder.path}/openapi.yaml`, '-u', url, '--param', 'id=7'])
  folder.remove()
  const of200 = report.runs[0]?.cells.filter(({ status }) => status === '200') ?? []
  expect(of200.map(({ operation, state }) => [operation, state])).toEqual([
    ['body', 'blocked'],
    ['query', 'blocked'],
    ['both', 'blocked'],
    ['ofItem', 'blocked'],
    ['path', 'passed'],
  ])
})

test('an undocumented status and a wrong body are found although another response has a broken reference', async () => {
  const text = DOCUMENT.replace(
    '/good: {',
    "/status: { get: { operationId: status, responses: { '404': { $ref: 'gone.yaml' } } } }\n  /good: {",
  )
  const folder = folderWith({ 'openapi.yaml': text, 'parts/props.yaml': PROPS })
  const url = await partsServer({ id: 'seven' })
  const { code, report } = await runGate(['--spec', `${folder.path}/openapi.yaml`, '-u', url])
  folder.remove()
  const found = report.runs[0]?.findings.map(({ operation, rule }) => [operation, rule]) ?? []
  expect(found).toContainEqual(['status', 'status_code_conformance'])
  expect(found).toContainEqual(['good', 'response_schema_conformance'])
  expect(code).toBe(1)
})

test('a schema whose `properties` is a $ref is listed as not compiled, with the line of the $ref', async () => {
  const text = DOCUMENT.split('\n')
    .filter((line) => !/\/(dangling|file|remote|cycle|item):|Cycle:|components:|schemas:$/.test(line))
    .join('\n')
  const folder = folderWith({ 'openapi.yaml': text, 'parts/props.yaml': PROPS })
  const url = await partsServer({ id: 7 })
  const { report } = await runGate(['--spec', `${folder.path}/openapi.yaml`, '-u', url])
  folder.remove()
  expect(report.runs[0]?.notCompiled).toMatchObject([{ definedAt: { line: 5 } }])
})

test('validate lists every broken reference with its line', async () => {
  const folder = folderWith({ 'openapi.yaml': DOCUMENT, 'parts/props.yaml': PROPS })
  const { code, out } = await runMain(['validate', `${folder.path}/openapi.yaml`])
  folder.remove()
  expect(code).toBe(1)
  for (const line of [5, 6, 7, 9, 13]) expect(out).toMatch(new RegExp(`openapi\\.yaml:${line}:\\d+ +error`))
})

test('a reference to a file outside the folder of the document is refused without --allow-ref-outside', async () => {
  const text = outside('../response.yaml')
  const folder = folderWith({ 'api/openapi.yaml': text, 'response.yaml': 'description: ok\n' })
  const file = `${folder.path}/api/openapi.yaml`
  const refused = await runMain(['validate', file])
  const allowed = await runMain(['validate', file, '--allow-ref-outside'])
  folder.remove()
  expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/leads outside the folder of the document/)])
  expect(allowed.out).not.toMatch(/outside/)
})

test('a reference to a symbolic link is refused if the link leads to a file outside the folder of the document', async () => {
  const text = outside('link.yaml')
  const folder = folderWith({ 'api/openapi.yaml': text, 'response.yaml': 'description: ok\n' })
  symlinkSync(`${folder.path}/response.yaml`, `${folder.path}/api/link.yaml`)
  const { code, out } = await runMain(['validate', `${folder.path}/api/openapi.yaml`])
  folder.remove()
  expect([code, out]).toEqual([1, expect.stringMatching(/leads outside the folder of the document/)])
})

test('a reference to a device file is refused', async () => {
  const text = outside('/dev/zero')
  const folder = folderWith({ 'openapi.yaml': text })
  const { code, out } = await runMain(['validate', `${folder.path}/openapi.yaml`, '--allow-ref-outside'])
  folder.remove()
  expect([code, out]).toEqual([1, expect.stringMatching(/this path is not a regular file/)])
})

test('a device file in place of the document is refused', async () => {
  const { code, err } = await runMain(['validate', '/dev/zero'])
  expect([code, err]).toEqual([2, expect.stringMatching(/this path is not a regular file/)])
})
