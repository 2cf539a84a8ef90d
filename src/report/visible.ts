const UNSEEN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/**
 * Escapes characters that a reader cannot see, for example as `\u001b`. These are control characters, characters that
 * change the direction of the text, and characters that XML does not allow. Characters in `keep` are not changed.
 */
export function visible(text: string, keep = ''): string {
  return text.replace(UNSEEN, (character) => {
    return keep.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
