import type { Case } from '../cases/case.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { markRequest, type Marking, type Piece } from './mark-request.ts'

/**
 * A shell line that sends the same bytes. What came from outside and what is secret stands as a variable: set
 * `LOBBIE_TOKEN`, `APPOINTMENT_ID` and so on first. In a body a variable holds a string's characters without quotes, in
 * an address they are percent-encoded.
 */
export function asCurl(
  request: RawRequest,
  aCase: Case,
  { baseUrl, ...marking }: Marking & { readonly baseUrl: string },
): string {
  const { method, target, headers, body } = markRequest(request, aCase, marking)
  const words = ['curl -sS -i -g --path-as-is', method === 'HEAD' ? '--head' : `-X ${shellWord([{ ours: method }])}`]
  words.push(shellWord([{ ours: new URL(baseUrl).origin }, ...target]))
  for (const [name, value] of headers) words.push(`-H ${shellWord(header(name, value))}`)
  const has = (name: string): boolean => headers.some(([each]) => each.toLowerCase() === name)
  // curl adds these of its own unless it is told to leave them out.
  for (const name of ['Accept', ...(body === undefined ? [] : ['Content-Type'])]) {
    if (!has(name.toLowerCase())) words.push(`-H '${name}:'`)
  }
  if (body !== undefined) words.push(`${bodyFlag(body)} ${shellWord(body)}`)
  return words.join(' ')
}

/** A header without a value is written with `;`: `Name:` would take it out. */
function header(name: string, value: readonly Piece[]): readonly Piece[] {
  const isEmpty = value.every((piece) => 'ours' in piece && piece.ours === '')
  return isEmpty ? [{ ours: `${name};` }] : [{ ours: `${name}: ` }, ...value]
}

/** `--data-binary` reads a file where its value begins with `@`. */
function bodyFlag([first]: readonly Piece[]): string {
  return first !== undefined && 'ours' in first && first.ours.startsWith('@') ? '--data-raw' : '--data-binary'
}

/** One word of a POSIX shell: our text in single quotes, variables in double quotes. */
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
