import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { operationGraph } from '../../../src/journeys/operation-graph.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'

const list = `responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object, properties: { id: { type: string } } } } } } } }`
const one = `responses: { '200': { description: ok } }`
const TEXT = `openapi: 3.1.0
info: { title: Comments, version: '1' }
paths:
  /posts/{post}/comments: { get: { operationId: ofPost, ${list} } }
  /posts/{post}/comments/by-id/{commentId}: { get: { operationId: byId, ${one} } }
  /photos/{photo}/comments/{commentId}: { get: { operationId: ofPhoto, ${one} } }
`

test('ids from the list /a/items are used below /a/items, but not below another list /b/items', () => {
  const graph = operationGraph(listOperations(documentFromText(TEXT, 'comments.yaml')))
  const producers = graph.map(({ key, producers: from }) => [key, from.map(({ operation }) => operation.id)])
  expect(Object.fromEntries(producers)).toMatchObject({
    '/posts/{post}/comments/by-id/{commentId}': ['ofPost'],
    '/photos/{photo}/comments/{commentId}': [],
  })
})
