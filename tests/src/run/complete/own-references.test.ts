import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { documentFromText } from '../../../../src/document/read-document.ts'
import type { JsonObject } from '../../../../src/json.ts'
import { operationGraph } from '../../../../src/journeys/operation-graph.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'
import { ownReferences } from '../../../../src/run/complete/own-references.ts'
import { petsDocument } from '../../../support/pets-server.ts'

const text = { type: 'string' }
const schema = {
  type: 'object',
  properties: {
    petId: text,
    pet: { type: 'object', properties: { id: text, name: text } },
    visit: { type: 'object', properties: { petId: text, ownerId: text } },
  },
}
const content = { 'application/json': { schema } }
const visits = {
  post: { operationId: 'addVisit', requestBody: { content }, responses: { '201': { description: 'ok' } } },
}
const operations = listOperations(documentFromText(petsDocument({ paths: { '/visits': visits } }), 'pets.json'))
const operation = operations.find(({ id }) => id === 'addVisit')
const graph = operationGraph(operations)
const [pet] = graph

/** Returns the body of a case in which ids of created objects replace the generated ids. */
function bodyOf(body: JsonObject, path = 'addVisit/valid/base') {
  const references = ownReferences(graph, {})
  if (pet !== undefined) references.add(pet, 'new-7')
  return references.applied({ path, operation, send: { body } } as unknown as Case).send.body
}

test.each<[string, JsonObject, JsonObject]>([
  ['a property', { petId: 'a' }, { petId: 'new-7' }],
  [
    'a property of a nested object',
    { visit: { petId: 'a', ownerId: 'b' } },
    { visit: { petId: 'new-7', ownerId: 'b' } },
  ],
  ['the property `id` of a nested object', { pet: { id: 'a', name: 'b' } }, { pet: { id: 'new-7', name: 'b' } }],
])('%s that refers to an object that the run created gets the id of that object', (_what, body, own) =>
  expect(bodyOf(body)).toEqual(own),
)

test('an id of an object that the run did not create stays unchanged, and so does the property that a case tests', () => {
  expect(bodyOf({ visit: { ownerId: 'b' } })).toEqual({ visit: { ownerId: 'b' } })
  expect(bodyOf({ visit: { petId: 5 } }, 'addVisit/negative/body/properties/visit/properties/petId/type')).toEqual({
    visit: { petId: 5 },
  })
})
