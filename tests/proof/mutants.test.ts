import { expect, test } from 'vitest'
import { listMutants, sampleMutants } from '../../proof/mutants/list-mutants.ts'
import { isExplained } from '../../proof/mutants/mutant-proof.ts'
import { mutate, mutantName } from '../../proof/mutants/mutant.ts'
import { printMutants } from '../../proof/mutants/print-mutants.ts'
import { proveMutants } from '../../proof/mutants/prove-mutants.ts'
import { settings } from './settings.ts'

function writtenRoots(): Parameters<typeof listMutants>[0][] {
  return settings().contracts.map(({ document }) => [...document.written.values()][0] ?? null)
}

test('each mutant differs from the original document', () => {
  for (const root of writtenRoots()) {
    const mutants = listMutants(root)
    const texts = mutants.map((mutant) => JSON.stringify(mutate(root, mutant)))
    expect(mutants.filter((_, index) => texts[index] === JSON.stringify(root)).map(mutantName)).toEqual([])
    expect(mutants.length).toBeGreaterThan(150)
  }
})

test('a sample of mutants contains every mutation operator, keeps the order, and is always the same', () => {
  for (const root of writtenRoots()) {
    const mutants = listMutants(root)
    const sample = sampleMutants(mutants, 150)
    expect(sample).toHaveLength(150)
    expect(new Set(sample.map(({ operator }) => operator))).toEqual(new Set(mutants.map(({ operator }) => operator)))
    expect(sample.map((mutant) => mutants.indexOf(mutant))).toEqual(
      sample.map((mutant) => mutants.indexOf(mutant)).toSorted((one, other) => one - other),
    )
    expect(sampleMutants(listMutants(root), 150)).toEqual(sample)
  }
})

test('the edits of a mutant add, change and remove values, and do not change the original document', () => {
  const root = { list: [1, 2, 3], map: { a: 1 } }
  const edits = [
    { at: '/list/1' },
    { at: '/list/-', value: 4 },
    { at: '/map/a', value: null },
    { at: '/map/b', value: 2 },
  ]
  expect(mutate(root, { edits })).toEqual({ list: [1, 3, 4], map: { a: null, b: 2 } })
  expect(mutate(root, { edits: [{ at: '/map/a' }] })).toEqual({ list: [1, 2, 3], map: {} })
  expect(root).toEqual({ list: [1, 2, 3], map: { a: 1 } })
})

test('each mutant is detected by the command `gate` or `validate`, or is listed as undetectable', async () => {
  const proof = await proveMutants(settings(), () => {}, 12)
  expect(proof.rows.filter((row) => !isExplained({ rows: [row] }))).toEqual([])
  expect(new Set(proof.rows.map(({ detectedBy }) => detectedBy))).toContain('finding')
  expect(printMutants(proof)).not.toContain('NOT EXPLAINED')
}, 60_000)
