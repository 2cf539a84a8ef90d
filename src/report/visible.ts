const UNSEEN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/**
 * A text without characters that steer a terminal, reorder a line or may not stand in XML: each is shown as its
 * escape, `\u001b`. Characters in `keep` stay.
 */
export function visible(text: string, keep = ''): string {
  return text.replace(UNSEEN, (character) => {
    return keep.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
