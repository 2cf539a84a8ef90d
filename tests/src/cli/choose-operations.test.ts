import { describe, expect, test } from 'vitest'
import { chooseOperations, type OperationChoice } from '../../../src/cli/gate/choose-operations.ts'
import { documentFromText } from '../../../src/document/read-document.ts'

const responses = { '200': { description: 'done' } }
const description = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': { get: { operationId: 'listPets', tags: ['pets'], responses } },
    '/pets/{id}': { get: { operationId: 'getPet', tags: ['pets', 'one'], responses } },
    '/pets/{id}/photos': { get: { operationId: 'listPhotos', tags: ['photos'], responses } },
  },
}
const pets = documentFromText(JSON.stringify(description), 'pets.json')

function choose(choice: Partial<OperationChoice>): string[] {
  const everything = { operation: [], tag: [], path: [], excludeOperation: [] }
  return [...chooseOperations([pets], { ...everything, ...choice }).values()].flat().map(({ id }) => id)
}

describe('choosing operations', () => {
  test.each<[string, Partial<OperationChoice>, string[]]>([
    ['all operations if there are no options', {}, ['listPets', 'getPet', 'listPhotos']],
    ['by id, in the order of the document', { operation: ['listPhotos', 'listPets'] }, ['listPets', 'listPhotos']],
    ['by tag', { tag: ['one', 'photos'] }, ['getPet', 'listPhotos']],
    ['by path', { path: ['/pets/{id}'] }, ['getPet']],
    ['by path with * for one segment', { path: ['/pets/*'] }, ['getPet']],
    ['by path with ** for any text', { path: ['/pets/**'] }, ['getPet', 'listPhotos']],
    ['by tag and path together', { tag: ['pets'], path: ['/pets/**'] }, ['getPet']],
    ['all but the excluded operations', { tag: ['pets'], excludeOperation: ['listPets'] }, ['getPet']],
  ])('chooses %s', (_, choice, ids) => {
    expect(choose(choice)).toEqual(ids)
  })

  test.each<[string, Partial<OperationChoice>, RegExp]>([
    [
      'an unknown operation id',
      { operation: ['getPets'] },
      /no such operation: getPets\n.*\n {2}next {3}did you mean (getPet|listPets)\?/u,
    ],
    [
      'an unknown excluded id',
      { excludeOperation: ['listPet'] },
      /no such operation: listPet\n.*\n {2}next {3}did you mean listPets\?/u,
    ],
    ['an unknown tag', { tag: ['photo'] }, /no operation has the tag photo\n.*\n {2}next {3}did you mean photos\?/u],
    [
      'a path that matches no operation',
      { path: ['/pet'] },
      /no operation has a path that matches \/pet\n.*\n {2}next {3}did you mean \/pets\?/u,
    ],
    ['an id that resembles no existing id', { operation: ['x'] }, /next {3}choose from listPets, getPet, listPhotos/u],
    [
      'a tag and a path that no operation has together',
      { tag: ['photos'], path: ['/pets'] },
      /the options select no operation/u,
    ],
  ])('throws an error with a hint for %s', (_, choice, message) => {
    expect(() => choose(choice)).toThrow(message)
  })
})
