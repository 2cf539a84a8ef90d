const UNSEEN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/**
 * Escapes (as `\u001b`) the characters that control a terminal, reorder a line or are not allowed in XML. Characters in
 * `keep` are not escaped.
 */
export function visible(text: string, keep = ''): string {
  return text.replace(UNSEEN, (character) => {
    return keep.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
