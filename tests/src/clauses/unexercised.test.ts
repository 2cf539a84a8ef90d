import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import { listOperations, webhooksOperation } from '../../../src/operations/list-operations.ts'
import { folderWith } from '../../support/in-folder.ts'

const folder = folderWith({
  'a.yaml': `openapi: 3.1.0
paths:
  /a:
    parameters: [{ name: far, in: query, schema: { type: string }, examples: { web: { externalValue: 'https://h.test/a' } } }]
    post:
      operationId: a
      requestBody: { content: { application/xml: { schema: { type: object }, examples: { big: { externalValue: b.xml } } } } }
      responses:
        '200':
          headers: { X-A: { $ref: '#/components/headers/A' }, X-B: { schema: { type: string } }, X-C: { content: { text/plain: { schema: { type: string } } } } }
          links: { byId: { operationId: b }, byRef: { operationRef: '#/paths/~1b/get' }, shared: { $ref: '#/components/links/L' } }
          content: { application/xml: { schema: { type: object } }, text/event-stream: { schema: { type: string } } }
      callbacks:
        moved: { $ref: '#/components/callbacks/C' }
  /b: { get: { operationId: b } }
webhooks:
  made: { $ref: '#/components/pathItems/P' }
  gone: { post: {}, put: {} }
  broken: { $ref: '#/components/pathItems/Nowhere' }
components:
  headers: { A: { content: { application/json: { schema: { type: object } } } } }
  links: { L: { operationId: b } }
  callbacks: { C: { '{$request.body#/url}': { $ref: '#/components/pathItems/P' }, 'http://h.test': { put: {}, delete: {} } } }
  pathItems: { P: { post: { operationId: p } } }
`,
})
const document = readDocument(join(folder.path, 'a.yaml'), { keepsBroken: true })
afterAll(() => folder.remove())
const [operation = expect.fail()] = listOperations(document)
const clauses = listClauses(operation)
const pointersOf = (kind: string): string[] =>
  clauses.flatMap((clause) => (clause.kind === kind ? decodeURIComponent(clause.pointer).replaceAll('~1', '/') : []))

describe('a clause that no case can exercise is listed', () => {
  test.each([
    [
      'for each request of a callback',
      'callback',
      [
        '/callbacks/moved/{$request.body#/url}/post',
        '/callbacks/moved/http://h.test/put',
        '/callbacks/moved/http://h.test/delete',
      ],
    ],
    [
      'for each link',
      'link',
      ['/responses/200/links/byId', '/responses/200/links/byRef', '/responses/200/links/shared'],
    ],
    [
      'for a response header whose `content` is not JSON',
      'header-content',
      ['/responses/200/headers/X-C/content/text/plain'],
    ],
    [
      'for each example with `externalValue`',
      'external-example',
      ['/parameters/far/examples/web', '/requestBody/content/application/xml/examples/big'],
    ],
  ])('%s', (_, kind, pointers) => {
    expect(pointersOf(kind)).toEqual(pointers)
    expect(clauses.filter((clause) => clause.kind === kind).map(({ fault }) => fault)).not.toContain(undefined)
  })

  test('for each request of a webhook, even if the `$ref` of the webhook has no target', () => {
    const [webhooks = expect.fail()] = webhooksOperation(document)
    expect(listClauses(webhooks).map(({ id, kind }) => [id, kind])).toEqual([
      ['#/webhooks/made/post', 'webhook'],
      ['#/webhooks/gone/put', 'webhook'],
      ['#/webhooks/gone/post', 'webhook'],
      ['#/webhooks/broken', 'webhook'],
    ])
  })
})

test('the clauses of a body that is not JSON have a reason why they are not checked', () => {
  const reasons = clauses.filter(({ pointer }) => pointer.endsWith('/schema/type')).map(({ id, fault }) => [id, fault])
  const xml = 'the gate does not check XML against schemas'
  expect(reasons).toEqual([
    ['a/parameters/far/schema/type:accepts', undefined],
    ['a/requestBody/content/application~1xml/schema/type:accepts', xml],
    ['a/requestBody/content/application~1xml/schema/type:refuses', xml],
    ['a/responses/200/headers/X-A/content/application~1json/schema/type', undefined],
    ['a/responses/200/headers/X-B/schema/type', undefined],
    ['a/responses/200/content/application~1xml/schema/type', xml],
    [
      'a/responses/200/content/text~1event-stream/schema/type',
      'the gate does not check text/event-stream against schemas',
    ],
  ])
})

test('a document without webhooks yields no clauses of webhooks', () => {
  expect(webhooksOperation(documentFromText('openapi: 3.1.0\npaths: {}\n', 'a.yaml'))).toEqual([])
})
