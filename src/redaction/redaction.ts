import type { Case } from '../cases/case.ts'
import { valueAt } from '../document/json-pointer.ts'
import { headerOf, isAnswer, type Exchange } from '../exchanges/exchange.ts'
import { parseJson, stringifyJson } from '../json.ts'
import { hideSecrets } from './parts/hide-secrets.ts'
import { markRequest, type Marking } from './parts/mark-request.ts'
import type { Piece } from './parts/piece.ts'
import { redactPropertyNames, type ReceivedValues } from './parts/redact-property-names.ts'
import { redactResponse, type PublishedResponse } from './parts/redact-response.ts'

/*
 * The rules for what may be published
 *
 * Reports, plans, logs and printed commands are pasted into tickets and uploaded by CI. Nothing confidential may be in
 * them. Only this folder decides which text they contain: the rest of the engine passes requests, responses and
 * sentences to this folder, and prints the texts that it returns.
 *
 * Every piece of text has one of three origins:
 *
 * 1. Own text: text of the document (paths, property names, enum values), values of a case (which the gate generated or
 *    took from the document), and names from standards (HTTP headers, media types, problem details). Own text is
 *    always published.
 * 2. Outside text: values and unknown property names in a response, values of a provider state, and values that a user
 *    gave with --param or -H. Only the type of the text is published: `<string 17>`, `<uuid>`, `<date-time +02:00>`. An
 *    unknown property name may be a person's name, so only its length is published: `<name 9>`. In a shell command a variable
 *    is printed instead: `$APPOINTMENT_ID`.
 * 3. Secrets: everything that proves the identity of the sender, such as tokens and API keys. They are never published:
 *    a report has `<secret>` instead, and a command has a variable. A malformed credential that the gate made up is own
 *    text.
 *
 * `showValues` publishes outside text too. It is meant for a mock, a sandbox or a server on this machine, whose values
 * are not confidential. Secrets stay hidden: a secret that a response repeats is replaced.
 *
 * Long bodies are cut. Control characters are escaped by the report formats, because each format escapes differently.
 *
 * The files of this folder, and what each one makes publishable:
 *
 * - `redaction.ts`: exchanges, and the sentences of findings
 * - `as-curl.ts` and `replay-words.ts`: commands
 * - `print-request.ts`: the requests of a plan
 * - `typed-token.ts`: values, by printing their type
 * - `public-names.ts`: names of headers and properties
 * - `parts/` is private. It splits a request by origin, and redacts a response.
 */

/** An exchange that is safe to publish. */
export interface PublishedExchange {
  readonly request: {
    readonly method: string
    readonly target: string
    readonly headers: readonly (readonly [string, string])[]
    readonly body?: string
  }
  readonly answer: PublishedResponse | { readonly failure: string }
}

/** Settings for publishing an exchange. With `showValues`, values of servers and users are published too. */
export interface Publishing extends Marking {
  readonly showValues: boolean
}

/** Returns an exchange in a form that is safe to publish. The rules for this are at the top of this file. */
export function publishExchange(
  { request, answer }: Exchange,
  aCase: Case,
  { showValues, ...marking }: Publishing,
): PublishedExchange {
  const { method, target, headers, body } = markRequest(request, aCase, marking)
  const pieces = [...target, ...headers.flatMap(([, value]) => value), ...(body ?? [])]
  const print = (text: readonly Piece[]): string => text.map((piece) => printPiece(piece, showValues)).join('')
  const published = {
    method,
    target: print(target),
    headers: headers.map(([name, value]) => [name, print(value)] as const),
    ...(body === undefined ? {} : { body: print(body) }),
  }
  if (!isAnswer(answer)) return { request: published, answer: { failure: answer.message } }
  return {
    request: published,
    answer: showValues ? hideSecrets(answer, pieces) : redactResponse(answer, aCase.operation),
  }
}

function printPiece(piece: Piece, showValues: boolean): string {
  if ('ours' in piece) return piece.ours
  return showValues && piece.token !== '<secret>' ? piece.value : piece.token
}

/**
 * Returns a function that redacts the sentences of a finding. `at` is the JSON Pointer or the header name that the
 * finding is about.
 */
export function publishSentences(received: ReceivedValues, at: string, showValues: boolean): (text: string) => string {
  return showValues ? (text) => text : redactPropertyNames(received, at)
}

/** The maximum number of characters of one received value that are published. */
const MOST_CHARACTERS = 200

/**
 * Returns the received value at a JSON Pointer or in a header. `shape` is the type that the report shows instead of the
 * value, such as `<string 12>`. Returns undefined if `shape` is not such a type.
 */
export function publishReceived({ answer }: Exchange, at: string, shape: string): string | undefined {
  if (!isAnswer(answer) || !shape.startsWith('<')) return undefined
  const value =
    at === '' || at.startsWith('/') ? valueAt(parseJson(Buffer.from(answer.body).toString()), at) : headerOf(answer, at)
  return value === undefined ? undefined : stringifyJson(value).slice(0, MOST_CHARACTERS)
}
