import type { Piece } from './piece.ts'

/** Returns a word for a POSIX shell. Text is in single quotes, and variables are in double quotes. */
export function shellWord(pieces: readonly Piece[]): string {
  const parts: string[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') parts.push(/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
    text = ''
  }
  for (const piece of pieces) {
    if ('ours' in piece) text += piece.ours
    else {
      flush()
      parts.push(`"$${piece.variable}"`)
    }
  }
  flush()
  return parts.length === 0 ? "''" : parts.join('')
}
