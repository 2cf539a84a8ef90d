import type { TupleSpace } from './tuple-space.ts'

/**
 * Builds an orthogonal array (Bush 1952). Its rows contain every tuple (pair or triple of choices). If all dimensions
 * have `q` choices, each tuple occurs equally often. A row is computed from a polynomial over the field of `q`
 * elements. The degree of the polynomial is below the strength. The row contains the values of the polynomial, followed
 * by one or two of its coefficients. Returns undefined if no field with up to nine elements is large enough for the
 * dimensions and choices.
 */
export function orthogonalRows({ sizes, strength }: TupleSpace): number[][] | undefined {
  const most = Math.max(...sizes)
  const q = [2, 3, 4, 5, 7, 8, 9].find(
    (each) => each >= most && sizes.length <= each + columnsAtInfinity(each, strength),
  )
  if (q === undefined) return undefined
  const { add, multiply } = fieldOf(q)
  return Array.from({ length: q ** strength }, (_, index) => {
    const coefficients = Array.from({ length: strength }, (__, at) => Math.floor(index / q ** at) % q)
    const valueAt = (x: number): number =>
      coefficients.reduceRight((value, coefficient) => add(multiply(value, x), coefficient), 0)
    const values = Array.from({ length: q }, (__, x) => valueAt(x))
    // The last coefficient is independent of all values. If there are three coefficients and `q` is a power of two, the
    // middle coefficient is independent too.
    const row = [...values, coefficients[strength - 1] ?? 0, coefficients[1] ?? 0]
    return sizes.map((size, column) => (row[column] ?? 0) % size)
  })
}

function columnsAtInfinity(q: number, strength: number): number {
  return strength === 3 && q % 2 === 0 ? 2 : 1
}

interface Field {
  readonly add: (one: number, other: number) => number
  readonly multiply: (one: number, other: number) => number
}

/**
 * The fields with 4, 8 and 9 elements. These numbers are powers of the prime `prime`. `reduced` has the coefficients of
 * the polynomial that replaces the highest power of x in a product.
 */
const POWERS: Readonly<Record<number, { readonly prime: number; readonly reduced: readonly number[] }>> = {
  4: { prime: 2, reduced: [1, 1] },
  8: { prime: 2, reduced: [1, 1, 0] },
  9: { prime: 3, reduced: [2, 0] },
}

/**
 * Returns the field of `q` elements. An element is a number. Its digits in base `prime` are the coefficients of a
 * polynomial.
 */
function fieldOf(q: number): Field {
  const { prime, reduced } = POWERS[q] ?? { prime: q, reduced: [0] }
  const digits = (element: number): number[] => reduced.map((_, at) => Math.floor(element / prime ** at) % prime)
  const element = (from: readonly number[]): number =>
    from.reduce((sum, digit, at) => sum + (((digit % prime) + prime) % prime) * prime ** at, 0)
  const add = (one: number, other: number): number => {
    const more = digits(other)
    return element(digits(one).map((digit, at) => digit + (more[at] ?? 0)))
  }
  const multiply = (one: number, other: number): number => {
    const factors = digits(one)
    // Horner's rule: multiplies by x, and replaces the highest power of x.
    return digits(other).reduceRight((product, digit) => {
      const shifted = digits(product)
      const top = shifted.at(-1) ?? 0
      const byX = [0, ...shifted.slice(0, -1)].map((each, at) => each + top * (reduced[at] ?? 0))
      return element(byX.map((each, at) => each + digit * (factors[at] ?? 0)))
    }, 0)
  }
  return { add, multiply: reduced.length === 1 ? (one, other) => (one * other) % prime : multiply }
}
