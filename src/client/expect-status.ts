import { isInstance, markKind } from './across-copies.ts'

/** The properties of an answer that `expectStatus` and `unwrap` use. */
interface AnyAnswer {
  readonly status: number
  readonly body: unknown
}

/** The 2xx statuses that are registered with IANA. */
type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226

/** Thrown by `expectStatus` and `unwrap` if the answer has a documented status that the caller did not expect. */
export class UnexpectedStatus<Given extends AnyAnswer = AnyAnswer> extends Error {
  static readonly kind = 'UnexpectedStatus'
  override readonly name = 'UnexpectedStatus'
  readonly status: Given['status']
  /** The body of the answer. The property is not enumerable, so that logging the error does not print the body. */
  declare readonly body: Given['body']

  constructor(answer: Given, expected: string) {
    super(`the response has the status ${answer.status}, expected ${expected}`)
    this.status = answer.status
    Object.defineProperty(this, 'body', { value: answer.body, enumerable: false })
    markKind(this, UnexpectedStatus.kind)
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, value)
  }
}

/**
 * Returns the answer if it has one of the given statuses. The type of the result fits these statuses:
 * `expectStatus(answer, 200).body`. Throws `UnexpectedStatus` for other statuses.
 */
export function expectStatus<Given extends AnyAnswer, Status extends Given['status']>(
  answer: Given,
  ...statuses: readonly [Status, ...Status[]]
): Extract<Given, { readonly status: Status }> {
  if ((statuses as readonly number[]).includes(answer.status)) return answer as never
  throw new UnexpectedStatus(answer, statuses.join(' or '))
}

/** Returns the body of a 2xx answer. Throws `UnexpectedStatus` for other statuses. */
export function unwrap<Given extends AnyAnswer>(answer: Given): Extract<Given, { readonly status: Success }>['body'] {
  if (answer.status >= 200 && answer.status < 300) return answer.body
  throw new UnexpectedStatus(answer, '2xx')
}
