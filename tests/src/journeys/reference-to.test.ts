import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { operationGraph } from '../../../src/journeys/operation-graph.ts'
import { referenceTo } from '../../../src/journeys/reference-to.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { petsDocument } from '../../support/pets-server.ts'

const graph = operationGraph(listOperations(documentFromText(petsDocument(), 'pets.json')))

test.each(['petId', 'pet_id', 'pet-uuid', 'PetID'])('a property named %s refers to the id of a pet', (name) => {
  expect(referenceTo(name, graph)?.key).toBe('/pets/{petId}')
})
test.each(['id', 'pet', 'petName', 'ownerId', 'petIds', ''])(
  'a property named "%s" does not refer to the id of a created object',
  (name) => {
    expect(referenceTo(name, graph)).toBeUndefined()
  },
)
