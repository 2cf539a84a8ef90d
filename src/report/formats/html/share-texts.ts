/** The data of a page in which repeated texts are references to one list of texts. */
export interface SharedTexts {
  readonly texts: readonly string[]
  readonly data: object
}

/** A shorter text is not replaced, because a reference would save too little. */
const SHORTEST = 6

/**
 * Replaces each text that occurs several times by a reference such as `~17`, which is the text at index 17 of `texts`.
 * Texts that begin with `~` are always replaced, so that every text with `~` at its start is a reference.
 */
export function shareTexts(data: object): SharedTexts {
  const counts = new Map<string, number>()
  replaceTexts(data, (text) => {
    counts.set(text, (counts.get(text) ?? 0) + 1)
    return text
  })
  const numbers = new Map<string, number>()
  const shared = replaceTexts(data, (text) => {
    const isRepeated = text.length >= SHORTEST && (counts.get(text) ?? 0) > 1
    if (!isRepeated && !text.startsWith('~')) return text
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return `~${number}`
  })
  return { texts: [...numbers.keys()], data: shared }
}

function replaceTexts(data: object, replace: (text: string) => string): object {
  return JSON.parse(JSON.stringify(data), (_name, value: unknown) =>
    typeof value === 'string' ? replace(value) : value,
  )
}
