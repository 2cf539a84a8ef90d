const UNSEEN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/**
 * Escapes characters that control a terminal, change the order of a line, or are not allowed in XML, for example as
 * `\u001b`. Characters in `keep` stay as they are.
 */
export function visible(text: string, keep = ''): string {
  return text.replace(UNSEEN, (character) => {
    return keep.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
