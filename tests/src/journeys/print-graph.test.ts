import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { operationGraph } from '../../../src/journeys/operation-graph.ts'
import { printGraph, printMermaid } from '../../../src/journeys/print-graph.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { petsDocument } from '../../support/pets-server.ts'

const operations = listOperations(documentFromText(petsDocument(), 'pets.json'))

describe('the printed graph of operations', () => {
  test('lists for each parameter the source of its value and the operations that need the value', () => {
    expect(printGraph(operationGraph(operations))).toBe(
      [
        'petId of /pets/{petId}',
        '  from  POST /pets (addPet), which creates it',
        '  from  GET /pets (listPets), which lists it',
        '  for   getPet, replacePet, deletePet, changePet',
        '',
      ].join('\n'),
    )
  })

  test('names the option --param for a value that no response supplies', () => {
    const alone = operations.filter(({ id }) => id === 'getPet')
    expect(printGraph(operationGraph(alone))).toContain('no response has this value: give --param petId=…')
  })

  test('shows the source of a path as the user corrected it, and not the inferred source', () => {
    const corrected = operationGraph(operations, { '/pets/{petId}': ['listPets'] })
    expect(printGraph(corrected)).not.toContain('POST /pets')
    expect(printGraph(operationGraph(operations, { '/pets/{petId}': [] }))).toContain('no response has this value')
  })

  test('is, as Mermaid, a flowchart with one node for each operation and one arrow for each edge', () => {
    const lines = printMermaid(operationGraph(operations)).split('\n')
    expect(lines[0]).toBe('flowchart LR')
    expect(lines.slice(1, 4)).toEqual([
      '  o1["POST /pets (addPet)"]',
      '  o2["GET /pets/{petId} (getPet)"]',
      '  o3["PUT /pets/{petId} (replacePet)"]',
    ])
    expect(lines.filter((line) => line.includes('-- "petId" -->'))).toHaveLength(8)
  })
})
