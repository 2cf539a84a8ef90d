import type { Case } from '../cases/case.ts'
import { isAnswer, type Exchange } from '../exchanges/exchange.ts'
import { markRequest, type Marking, type Piece } from './mark-request.ts'
import type { RedactedExchange } from './redact-exchange.ts'

const MOST_CHARACTERS = 4_000

/** An exchange with its values, for a mock or a sandbox of one's own. Credentials are left out all the same. */
export function showExchange({ request, answer }: Exchange, aCase: Case, marking: Marking): RedactedExchange {
  const marked = markRequest(request, aCase, marking)
  const secrets: string[] = []
  const shown = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if ('ours' in piece) return piece.ours
        if (piece.token === '<secret>') secrets.push(piece.value)
        return piece.token === '<secret>' ? piece.token : piece.value
      })
      .join('')
  const { method, target, headers, body } = marked
  const sent = {
    method,
    target: shown(target),
    headers: headers.map(([name, value]) => [name, shown(value)] as const),
    ...(body === undefined ? {} : { body: shown(body) }),
  }
  // An answer may echo what was sent.
  const without = (text: string): string =>
    secrets.filter((each) => each !== '').reduce((whole, each) => whole.replaceAll(each, '<secret>'), text)
  if (!isAnswer(answer)) return { request: sent, answer: { failure: answer.message } }
  const text = without(Buffer.from(answer.body).toString())
  return {
    request: sent,
    answer: {
      status: answer.status,
      headers: answer.headers.map(([name, value]) => [name, without(value)] as const),
      body: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text,
    },
  }
}
