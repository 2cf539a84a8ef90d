/**
 * Returns the word of the list that is most similar to `word`. The two words differ by at most two typing errors: an
 * added, missing or wrong letter, or two swapped letters. Returns undefined if no word is similar enough.
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const near = words
    .filter((each) => Math.abs(each.length - word.length) <= 2)
    .map((each) => ({ each, typos: typosBetween(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, typos }) => typos <= Math.min(2, Math.floor(each.length / 3)))
    .toSorted((one, other) => one.typos - other.typos)
  return near[0]?.each
}

/** Returns the number of typing errors between two words (optimal string alignment distance). */
function typosBetween(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          swapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}
