import { describe, expect, test } from 'vitest'
import { coveringArray } from '../../../src/cases/combinations/arrays/covering-array.ts'
import type { Row } from '../../../src/cases/combinations/dimension.ts'

/**
 * The number of rows of the smallest published arrays. `5 4^4` means one dimension with five choices and four
 * dimensions with four choices each. Sources: if all dimensions have the same number of choices, Colbourn's tables of
 * covering arrays; for all other arrays, the comparison of pairwise tools on the page of PICT, and Cohen, Gibbons,
 * Mugridge and Colbourn 2003.
 */
const PUBLISHED: readonly (readonly [strength: 2 | 3, dimensions: string, rows: number])[] = [
  [2, '2^4', 5],
  [2, '2^10', 6],
  [2, '2^15', 7],
  [2, '2^35', 8],
  [2, '3^4', 9],
  [2, '3^5', 11],
  [2, '3^7', 12],
  [2, '3^9', 13],
  [2, '3^10', 14],
  [2, '3^13', 15],
  [2, '4^5', 16],
  [2, '4^6', 19],
  [2, '4^10', 24],
  [2, '5^6', 25],
  [2, '6^4', 37],
  [2, '7^8', 49],
  [2, '8^9', 64],
  [2, '9^10', 81],
  [2, '10^4', 100],
  [2, '5 3^8 2^2', 15],
  [2, '5 4^4 3^11 2^5', 21],
  [2, '6 5 4^6 3^8 2^3', 30],
  [2, '7 6 5 4^5 3^8 2^3', 42],
  [2, '4 3^39 2^35', 21],
  [2, '4^15 3^17 2^29', 29],
  [3, '2^4', 8],
  [3, '2^5', 10],
  [3, '2^11', 12],
  [3, '3^4', 27],
  [3, '3^6', 33],
  [3, '3^7', 39],
  [3, '4^6', 64],
  [3, '5^6', 125],
  [3, '5^2 4^2 3^2', 100],
]

describe('a covering array', () => {
  test.each(PUBLISHED)(
    'of strength %i for %s has at most 10 % more rows than the published %i',
    (strength, text, best) => {
      const sizes = sizesOf(text)
      const rows = coveringArray({ sizes, strength, seed: 1 })
      expect(rows.length).toBeLessThanOrEqual(Math.floor(best * 1.1))
      for (const row of rows) expect(row.every((choice, at) => choice >= 0 && choice < (sizes[at] ?? 0))).toBe(true)
      const held = new Set(rows.flatMap((row) => tuplesOf(row, strength)))
      const all = columnsOf(sizes.length, strength).map((columns) =>
        columns.reduce((count, at) => count * (sizes[at] ?? 0), 1),
      )
      expect(held.size).toBe(all.reduce((sum, count) => sum + count, 0))
    },
  )

  // If each row may have at most k ones, the smallest array is known as a covering design. The sizes are from the La
  // Jolla Covering Repository.
  test.each([
    [2, 7, 3, 7],
    [2, 8, 3, 11],
    [2, 9, 3, 12],
    [3, 8, 4, 14],
    [3, 8, 3, 56],
  ] as const)(
    'of strength %i for %i flags, at most %i of them set, has at most 10 % more rows than the published %i',
    (strength, flags, most, best) => {
      const settle = (row: Row): Row | undefined => (row.filter((each) => each === 1).length <= most ? row : undefined)
      const rows = coveringArray({
        sizes: sizesOf(`2^${flags}`),
        strength,
        seed: 1,
        allowed: { settle, known: [], most: 100_000 },
      })
      expect(rows.length).toBeLessThanOrEqual(Math.floor(best * 1.1))
      expectAllowedTuples(rows, sizesOf(`2^${flags}`), strength, settle)
    },
  )

  test.each<[string, string, (row: Row) => Row | undefined]>([
    ['two choices exclude each other', '3^6', (row) => (row[0] === 0 && row[1] === 0 ? undefined : row)],
    ['neighbours differ', '3^7', (row) => (row.some((each, at) => at > 0 && each === row[at - 1]) ? undefined : row)],
    [
      'a choice makes another dimension idle',
      '4^2 3^4',
      ([first, second, ...rest]) => [first ?? 0, first === 0 ? 0 : (second ?? 0), ...rest],
    ],
    ['the choices are in order', '5^4', (row) => ((row[0] ?? 0) <= (row[1] ?? 0) ? row : undefined)],
  ])('has only allowed rows and each tuple of an allowed row, if %s', (_, text, settle) => {
    for (const strength of [2, 3] as const) {
      const rows = coveringArray({
        sizes: sizesOf(text),
        strength,
        seed: 1,
        allowed: { settle, known: [], most: 100_000 },
      })
      expectAllowedTuples(rows, sizesOf(text), strength, settle)
    }
  })

  test('contains every tuple of the known rows even if the search may try only twenty rows', () => {
    const known = allRows(sizesOf('3^5')).filter((row) => row.reduce((sum, each) => sum + each, 0) % 3 === 0)
    const keys = new Set(known.map(String))
    let calls = 0
    const settle = (row: Row): Row | undefined => {
      calls++
      return keys.has(String(row)) ? row : undefined
    }
    const rows = coveringArray({ sizes: sizesOf('3^5'), strength: 2, seed: 1, allowed: { settle, known, most: 20 } })
    expect(calls).toBeLessThanOrEqual(20)
    expectAllowedTuples(rows, sizesOf('3^5'), 2, (row) => (keys.has(String(row)) ? row : undefined))
  })

  test('is the same for the same seed, and differs for another seed', () => {
    const made = (seed: number) => coveringArray({ sizes: sizesOf('4 3^5 2^3'), strength: 2, seed })
    expect(made(5)).toEqual(made(5))
    expect(made(5)).not.toEqual(made(6))
  })
})

/**
 * Checks that an array has only allowed rows, and that it has every tuple of the allowed rows. Finds the allowed rows
 * by trying every combination.
 */
function expectAllowedTuples(
  rows: readonly Row[],
  sizes: readonly number[],
  strength: 2 | 3,
  settle: (row: Row) => Row | undefined,
): void {
  const used = allRows(sizes)
    .flatMap((row) => [settle(row) ?? []])
    .filter((row) => row.length > 0)
  const keys = new Set(used.map(String))
  for (const row of rows) expect(keys).toContain(String(row))
  const wanted = new Set(used.flatMap((row) => tuplesOf(row, strength)))
  expect(new Set(rows.flatMap((row) => tuplesOf(row, strength)))).toEqual(wanted)
}

function sizesOf(text: string): number[] {
  return text.split(' ').flatMap((part) => {
    const [choices, dimensions = '1'] = part.split('^')
    return Array.from({ length: Number(dimensions) }, () => Number(choices))
  })
}

function columnsOf(count: number, strength: number, from = 0): number[][] {
  if (strength === 0) return [[]]
  return Array.from({ length: count - from }, (_, at) => from + at).flatMap((first) =>
    columnsOf(count, strength - 1, first + 1).map((rest) => [first, ...rest]),
  )
}

function tuplesOf(row: Row, strength: number): string[] {
  return columnsOf(row.length, strength).map((columns) => columns.map((at) => `${at}:${row[at] ?? ''}`).join(' '))
}

function allRows(sizes: readonly number[]): Row[] {
  return sizes.reduce<Row[]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, each) => [...row, each])),
    [[]],
  )
}
