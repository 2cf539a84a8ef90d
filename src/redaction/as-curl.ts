import type { Case } from '../cases/case.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { markRequest, type Marking } from './parts/mark-request.ts'
import type { Piece } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/**
 * Returns a curl command that sends the same bytes as `request`. Shell variables such as `ORDERS_TOKEN` or `ORDER_ID`
 * stand for secrets and for values that are not from the document or the gate. These variables must be set before the
 * command is run. A variable in a body must contain the characters of a string without quotes. A variable in a URL must
 * contain them percent-encoded.
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
  // curl adds the headers Accept and Content-Type unless the option `-H 'Name:'` removes them.
  for (const name of ['Accept', ...(body === undefined ? [] : ['Content-Type'])]) {
    if (!has(name.toLowerCase())) words.push(`-H '${name}:'`)
  }
  if (body !== undefined) words.push(`${bodyFlag(body)} ${shellWord(body)}`)
  return words.join(' ')
}

/** A header with an empty value must be written as `Name;`. With `Name:`, curl removes the header. */
function header(name: string, value: readonly Piece[]): readonly Piece[] {
  const isEmpty = value.every((piece) => 'ours' in piece && piece.ours === '')
  return isEmpty ? [{ ours: `${name};` }] : [{ ours: `${name}: ` }, ...value]
}

/**
 * Returns curl's option for the body. `--data-binary` is not used if the body begins with `@`, because curl would read
 * a file.
 */
function bodyFlag([first]: readonly Piece[]): string {
  return first !== undefined && 'ours' in first && first.ours.startsWith('@') ? '--data-raw' : '--data-binary'
}
