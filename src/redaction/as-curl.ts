import type { Case } from '../cases/case.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { markRequest, type Marking } from './parts/mark-request.ts'
import type { Piece } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/**
 * Returns a curl command that sends the same bytes as `request`. Secrets, and values that do not come from the document
 * or the gate, are shell variables such as `ORDERS_TOKEN`. The user sets them before running the command. In a body, a
 * variable is the content of a JSON string. In a URL, it is percent-encoded.
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
  // curl adds Accept and Content-Type itself. The option `-H 'Name:'` prevents that.
  for (const name of ['Accept', ...(body === undefined ? [] : ['Content-Type'])]) {
    if (!has(name.toLowerCase())) words.push(`-H '${name}:'`)
  }
  if (body !== undefined) words.push(`${bodyFlag(body)} ${shellWord(body)}`)
  return words.join(' ')
}

/** Returns a header for the option `-H`. An empty header is written as `Name;`, because curl removes `Name:`. */
function header(name: string, value: readonly Piece[]): readonly Piece[] {
  const isEmpty = value.every((piece) => 'ours' in piece && piece.ours === '')
  return isEmpty ? [{ ours: `${name};` }] : [{ ours: `${name}: ` }, ...value]
}

/** Returns curl's option for the body. With `--data-binary`, a body that begins with `@` would be a file name. */
function bodyFlag([first]: readonly Piece[]): string {
  return first !== undefined && 'ours' in first && first.ours.startsWith('@') ? '--data-raw' : '--data-binary'
}
