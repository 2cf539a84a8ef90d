/** Data in which references such as `~17` replace repeated texts, and the list of these texts. */
export interface SharedTexts {
  readonly texts: readonly string[]
  readonly data: object
}

/** The minimum length of a text that is replaced. For a shorter text, a reference would save too little. */
const SHORTEST = 6

/**
 * Replaces each repeated text with a reference. The reference `~17` means the text at index 17 of `texts`. A text that
 * begins with `~` is always replaced, so that `~` at the start always marks a reference.
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
