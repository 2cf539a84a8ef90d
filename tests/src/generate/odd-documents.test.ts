import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import type { Contract } from '../../../src/client/contract.ts'
import { createCall } from '../../../src/client/client.ts'
import type { Fetch } from '../../../src/client/sending/fetch.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'
import { loadClient } from '../../../proof/generated/load-client.ts'
import { compile } from './compile.ts'

const HEAD = 'openapi: 3.1.0\ninfo: { title: Odd, version: 1.0.0 }\n'
const text = `${HEAD}paths:
  /reports:
    post:
      operationId: sendReport
      requestBody: { required: true, content: { application/xml: { schema: { type: object } } } }
      responses: { '200': { description: ok, content: { application/xml: { schema: { type: object } } } } }
    put:
      operationId: sendImage
      requestBody: { required: true, content: { 'image/*': { schema: { type: string, format: binary } } } }
      responses: { '200': { description: ok, content: { '*/*': { schema: { type: string, format: binary } } } } }
    get:
      operationId: countReports
      responses: { '200': { description: ok, content: { text/plain: { schema: { type: integer } } } } }
    patch:
      operationId: readReport
      responses: { '200': { description: ok, content: { '*/*': { schema: { type: object } } } } }
  /keys:
    get:
      operationId: useKeys
      security: [{ inQuery: [], inCookie: [] }]
      parameters:
        - { name: list, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: seen, in: cookie, schema: { type: string } }
      responses: { '204': { description: ok } }
    post:
      operationId: preferJson
      requestBody: { required: true, content: { application/xml: {}, application/json: { schema: { type: object } } } }
      responses: { '204': { description: ok } }
  /a/{list}/{label}:
    get:
      operationId: findParts
      parameters:
        - { name: list, in: path, required: true, schema: { type: array, items: { type: string } } }
        - { name: label, in: path, required: true, style: label, schema: { type: string } }
      responses: { '204': { description: ok } }
  /pets:
    post:
      operationId: addPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '204': { description: ok } }
    put:
      operationId: nameIt
      requestBody: { required: true, content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Named' }, { required: [name] }] } } } }
      responses: { '204': { description: ok } }
components:
  securitySchemes: { inQuery: { type: apiKey, in: query, name: 'api key' }, inCookie: { type: apiKey, in: cookie, name: sid } }
  schemas:
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { c: Cat, d: Dog } } }
    Cat: { type: object, required: [kind], properties: { kind: { const: c }, lives: { type: integer } } }
    Dog: { type: object, required: [kind], properties: { kind: { const: d }, bark: { type: string } } }
    Named: { type: object, properties: { name: { type: string } } }
    Tree: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Tree' } }] }
    größe: { type: integer }
    订单: { type: object, properties: { größe: { $ref: '#/components/schemas/größe' } } }
`
const files = await generate({ name: 'odd', document: documentFromText(text, 'odd.yaml') })
const { oddContract } = (await loadClient('odd', files)) as unknown as { readonly oddContract: Contract }

const KEYS = { inQuery: { apiKey: 'k&' }, inCookie: { apiKey: 's' } }

/**
 * Calls an operation of the generated client. The client gets a \`fetch\` that returns \`response\`. Returns the body
 * (or the error message) and the sent request.
 */
async function call(name: string, input: object, response = new Response(null, { status: 204 })) {
  const sent: { url: string; type: string | undefined; cookie: string | undefined }[] = []
  const fetch: Fetch = async (url, { headers }) => {
    sent.push({ url: url.replace('https://odd.example', ''), type: headers['content-type'], cookie: headers['cookie'] })
    return response
  }
  const operation = oddContract.operations[name]
  if (operation === undefined) throw new Error(`no operation ${name}`)
  const run = createCall(oddContract, { baseUrl: 'https://odd.example', fetch }, KEYS)
  const answer = await run(operation, input).catch((error: unknown) => ({ body: (error as Error).message }))
  return { body: answer.body, sent: sent[0] }
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
  new Response(body, { status: 200, headers: { 'content-type': type } })

test('an API key in the query or in a cookie does not change the other parameters there', async () => {
  const { sent } = await call('useKeys', { query: { list: ['a', 'b c'] }, cookie: { seen: '1' } })
  expect(sent).toMatchObject({ url: '/keys?list=a,b%20c&api%20key=k%26', cookie: 'seen=1; sid=s' })
})

test('a body is sent as JSON if the document allows it', async () => {
  expect((await call('preferJson', { body: {} })).sent?.type).toBe('application/json')
})

describe('a body that is neither JSON nor a form', () => {
  test('is a text or bytes, also if its schema describes an object', async () => {
    expect(await call('sendReport', { body: '<a/>' }, answer('<b/>', 'application/xml'))).toMatchObject({
      body: '<b/>',
      sent: { type: 'application/xml' },
    })
    expect((await call('countReports', {}, answer('7', 'text/plain'))).body).toBe('7')
  })

  test('is decoded in the charset of its media type', async () => {
    const latin = answer(Uint8Array.of(0x31, 0xe9), 'text/plain; charset="ISO-8859-1"')
    expect((await call('countReports', {}, latin)).body).toBe('1é')
    expect((await call('countReports', {}, answer('é', 'text/plain; charset=unheard-of'))).body).toBe('é')
  })

  test('has the content type of the given Blob if the document has a range of media types', async () => {
    const gif = new Blob(['GIF'], { type: 'image/gif' })
    const { body, sent } = await call('sendImage', { body: gif }, answer('PNG', 'image/png'))
    expect([sent?.type, body instanceof Blob]).toEqual(['image/gif', true])
    for (const wrong of ['GIF', new Blob(['GIF']), new Blob(['GIF'], { type: 'text/plain' })])
      expect((await call('sendImage', { body: wrong })).body).toMatch('must be a Blob with a media type under image/*')
  })

  test('is rejected if the schema under `*/*` describes an object', async () => {
    expect((await call('readReport', {}, answer('{}', 'application/json'))).body).toEqual({})
    expect((await call('readReport', {}, answer('x', 'text/html'))).body).toMatch('the body is not an object')
    expect((await call('readReport', {}, answer('x', 'image/png'))).body).toMatch('that the client cannot parse')
  })
})

test.each([
  [{ list: ['a', 'b'], label: '' }, '/a/a,b/.', 'path.label'],
  [{ list: ['a'], label: '.' }, '/a/a/..', 'path.label'],
  [{ list: [], label: 'x' }, '/a//.x', 'path.list'],
])(
  'the parameters %j are refused, because a server would read other values from the path %s',
  async (path, _written, name) => {
    expect(await call('findParts', { path })).toEqual({
      body: `findParts: not sent: \`${name}\` must be a path segment (findParts/parameters/${name.slice(5)})`,
      sent: undefined,
    })
  },
)

test('generated types can be narrowed by a discriminator with a mapping, require what `allOf` requires, and keep non-Latin names', () => {
  const use = `
import { createOddClient, isGröße, type Pet, type Tree, type 订单 } from './index.ts'
const client = createOddClient({ baseUrl: 'https://odd.example', credentials: { inQuery: { apiKey: 'k' }, inCookie: { apiKey: 's' } } })
export const lives = (pet: Pet): number | undefined => (pet.kind === 'c' ? pet.lives : undefined)
export const tree: Tree = ['a', ['b', []]]
export const order: 订单 = { größe: 7 }
export const isSize: boolean = isGröße(7)
await client.nameIt({ name: 'x' })
// @ts-expect-error: \`name\` is required
await client.nameIt({})
const report: string = (await client.sendReport('<a/>')).body
const image: string | Blob = (await client.sendImage(new Blob([]))).body
// @ts-expect-error: a text has no media type
await client.sendImage(report)
export const count: [string, string | Blob] = [(await client.countReports()).body, image]
`
  expect(compile([...files, { path: 'odd/use.ts', text: use }])).toEqual([])
})

test('the generated code of a document without schemas has no syntax errors', async () => {
  const document = documentFromText(`${HEAD}paths: { /x: { get: { responses: { '204': { description: ok } } } } }`)
  const code = await generate({ name: 'bare', document, layout: 'standalone', handlers: false })
  const errors = code.flatMap((each) => ts.transpileModule(each.text, { reportDiagnostics: true }).diagnostics ?? [])
  expect(errors).toEqual([])
})

test.each([
  [
    `/x/{id}: { get: { operationId: go, responses: { '204': { description: ok } } } }`,
    'describes no path parameter id',
  ],
  [
    `/x: { get: { operationId: go, parameters: [{ name: id, in: path, required: true }], responses: { '204': { description: ok } } } }`,
    'its path has no {id}',
  ],
  [
    `/x: { post: { operationId: go, requestBody: { content: { multipart/form-data: { schema: { properties: { a: {} } }, encoding: { a: { headers: { X-A: { required: true } } } } } } }, responses: { '204': { description: ok } } } }`,
    'requires the header X-A in the part a',
  ],
  [
    `/x: { post: { operationId: go, requestBody: { content: { multipart/mixed: {} } }, responses: { '204': { description: ok } } } }`,
    'go sends multipart/mixed',
  ],
  [
    `/x: { get: { operationId: go, security: [{ A: [], B: [] }], responses: { '204': { description: ok } } } }
components: { securitySchemes: { A: { type: http, scheme: basic }, B: { type: http, scheme: bearer } } }`,
    'go requires A and B, which all use the header Authorization',
  ],
])('the code of %s is not generated, and the error names the line', async (path, what) => {
  const document = documentFromText(`${HEAD}paths:\n  ${path}`)
  await expect(generate({ name: 'odd', document })).rejects.toThrow(new RegExp(`${what}[\\s\\S]*openapi.yaml:4:`))
})
