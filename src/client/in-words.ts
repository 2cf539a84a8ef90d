import type { Mismatch } from './contract.ts'

/**
 * Describes a mismatch in a sentence: "`startTime` is missing", "`items[0].note` is not a string". `whole` names the
 * checked value, for a mismatch that has no place in it. The sentence contains no value.
 */
export function inWords(
  { at, expected, words = `must be ${expected}` }: Omit<Mismatch, 'keyword'>,
  whole: string,
): string {
  return `${nameOf(at) ?? whole} ${words}`
}

/** Writes the place of a mismatch as JavaScript would: `/items/0/name` gives `items[0].name`. */
function nameOf(at: string): string | undefined {
  if (at === '') return undefined
  const tokens = at.replace(/^\//, '').split('/')
  const name = tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${unescaped(token)}`)).join('')
  return `\`${name.replace(/^\./, '')}\``
}

/** Decodes a token of a JSON Pointer. RFC 6901 §4. */
export function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
