import type { Case } from '../cases/case.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { markRequest, type Marking } from './parts/mark-request.ts'
import { variableOf, type Piece } from './parts/piece.ts'

/**
 * Returns the lines that `--dry-run` prints for a request: request line, headers and body. Values of provider states
 * are printed, because a dry run sets up states only in the shipped sandbox. Values of the user are replaced by
 * variables.
 */
export function printRequest(request: RawRequest, aCase: Case, marking: Required<Marking>): string[] {
  const given = new Set(Object.keys(marking.parameters).map(variableOf))
  const { method, target, headers, body } = markRequest(request, aCase, marking)
  const print = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if ('ours' in piece) return piece.ours
        if (piece.token === '<secret>') return '(credentials)'
        return given.has(piece.variable) ? `$${piece.variable}` : piece.value
      })
      .join('')
  return [
    `${method} ${print(target)}`,
    ...headers.map(([name, value]) => `${name}: ${print(value)}`),
    ...(body === undefined ? [] : [print(body)]),
  ]
}
