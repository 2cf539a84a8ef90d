import type { Mismatch } from './contract.ts'

/**
 * Describes a mismatch: "`startTime` is missing", "`items[0].note` is not a string". If the whole value is wrong,
 * `whole` is the subject of the text. The text never contains the value.
 */
export function inWords(
  { at, expected, words = `must be ${expected}` }: Omit<Mismatch, 'keyword'>,
  whole: string,
): string {
  return `${nameOf(at) ?? whole} ${words}`
}

/** Converts a JSON Pointer to the notation of JavaScript: `/items/0/name` becomes `items[0].name`. */
function nameOf(at: string): string | undefined {
  if (at === '') return undefined
  const tokens = at.replace(/^\//, '').split('/')
  const name = tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${unescaped(token)}`)).join('')
  return `\`${name.replace(/^\./, '')}\``
}

/** Unescapes a token of a JSON Pointer. RFC 6901 §4. */
export function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
