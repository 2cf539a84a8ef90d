import type { RawAnswer } from '../../exchanges/exchange.ts'
import type { PublishedResponse } from './redact-response.ts'
import type { Piece } from './piece.ts'

const MOST_CHARACTERS = 4_000

/** Returns a response whose values are not redacted, except that secrets of the request are hidden in it. */
export function hideSecrets(answer: RawAnswer, request: readonly Piece[]): PublishedResponse {
  const secrets = request.flatMap((piece) => ('token' in piece && piece.token === '<secret>' ? [piece.value] : []))
  const hide = (text: string): string =>
    secrets.filter((each) => each !== '').reduce((whole, each) => whole.replaceAll(each, '<secret>'), text)
  const text = hide(Buffer.from(answer.body).toString())
  return {
    status: answer.status,
    headers: answer.headers.map(([name, value]) => [name, hide(value)] as const),
    body: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text,
  }
}
