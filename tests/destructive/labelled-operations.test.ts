import { describe, expect, test } from 'vitest'
import { readLabelledOperations } from './labelled-operations.js'
import { listWritingOperations } from './list-operations.js'

describe('the list of operations that are labelled as destructive or not', () => {
  const labelled = readLabelledOperations()

  test('contains every writing operation of the corpus packages, in file order', () => {
    const listed = [...listWritingOperations()]
    const unlabelled = Object.entries(labelled.corpus).map(([document, rows]) => [
      document,
      rows.map(({ destructive: _destructive, because: _because, ...operation }) => operation),
    ])
    expect(unlabelled).toEqual(listed)
  })

  test('has a reason for every label, and contains each made-up operation only once', () => {
    const invented = [...labelled.tuning, ...labelled['held-out']]
    for (const row of [...Object.values(labelled.corpus).flat(), ...invented]) {
      expect(row).toMatchObject({ destructive: expect.any(Boolean), because: expect.stringMatching(/\w/u) })
    }
    const names = invented.map((row) => `${row.method} ${row.path} ${row.operationId ?? ''}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
