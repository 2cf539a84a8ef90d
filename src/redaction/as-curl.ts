import type { Case } from '../cases/case.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { markRequest, type Marking } from './parts/mark-request.ts'
import type { Piece } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/**
 * Returns a curl command that sends the same bytes as `request`. Secrets, and values that come neither from the
 * document nor from the gate, are replaced by shell variables such as `ORDERS_TOKEN`. The user must set them before
 * running the command. A variable in a body is the content of a JSON string. A variable in a URL is percent-encoded.
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
  // curl adds the headers Accept and Content-Type by default. The option `-H 'Name:'` prevents this.
  for (const name of ['Accept', ...(body === undefined ? [] : ['Content-Type'])]) {
    if (!has(name.toLowerCase())) words.push(`-H '${name}:'`)
  }
  if (body !== undefined) words.push(`${bodyFlag(body)} ${shellWord(body)}`)
  return words.join(' ')
}

/**
 * Returns the text of a header for the option `-H`, in pieces. If the value is empty, the text is `Name;`, because curl
 * does not send the header for `Name:`.
 */
function header(name: string, value: readonly Piece[]): readonly Piece[] {
  const isEmpty = value.every((piece) => 'ours' in piece && piece.ours === '')
  return isEmpty ? [{ ours: `${name};` }] : [{ ours: `${name}: ` }, ...value]
}

/**
 * Returns the option of curl for the body. `--data-binary` would read a body that begins with `@` as the name of a
 * file.
 */
function bodyFlag([first]: readonly Piece[]): string {
  return first !== undefined && 'ours' in first && first.ours.startsWith('@') ? '--data-raw' : '--data-binary'
}
