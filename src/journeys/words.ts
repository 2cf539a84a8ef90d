/** Splits a name into lower-case words. `petId`, `pet_id` and `pet-id` give the same words. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
  return spaced.match(/[\p{L}\d]+/gu) ?? []
}

/** Returns a name as words. The last word becomes singular: `component set` for `component_sets`. */
export function nounOf(words: readonly string[]): string {
  const last = words.at(-1)
  return last === undefined ? '' : [...words.slice(0, -1), singular(last)].join(' ')
}

/** Returns the singular of a regular English plural. Returns any other word unchanged. */
function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || word.length < 3) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/s$/, '')
}
