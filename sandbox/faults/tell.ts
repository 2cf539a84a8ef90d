import type { Answer } from '../answer.ts'
import { isJsonObject } from '../json-text.ts'

/** The members of a body. */
export type Body = Readonly<Record<string, unknown>>

/** The checks with some of them looking away. */
export function without<Checks extends object>(checks: Checks, ...names: (keyof Checks)[]): Checks {
  return { ...checks, ...Object.fromEntries(names.map((name) => [name, () => undefined])) }
}

/** The object without some of its members. */
export function omit(value: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** An accepted update's answer with another body; every other answer as it is. */
export function withBody(answer: Answer, change: (body: Body) => unknown): Answer {
  return answer.status === 200 && isJsonObject(answer.body) ? { ...answer, body: change(answer.body) } : answer
}

/** Tells another body in the answer to an accepted update, and nowhere else. */
export function tellBody(change: (body: Body) => unknown): () => { answer: (answer: Answer) => Answer } {
  return () => ({ answer: (answer) => withBody(answer, change) })
}

/** Answers of one status with something else in them; every other answer as it is. */
export function onStatus(answer: Answer, status: number, change: Partial<Answer>): Answer {
  return answer.status === status ? { ...answer, ...change } : answer
}

/** Tells something else in the answers of one status. */
export function tellStatus(status: number, change: Partial<Answer>): () => { answer: (answer: Answer) => Answer } {
  return () => ({ answer: (answer) => onStatus(answer, status, change) })
}

/** Gives the answers of one status another content type, and perhaps another body. */
export function tellType(
  status: number,
  type: string,
  change: Partial<Answer> = {},
): () => { answer: (answer: Answer) => Answer } {
  return () => ({
    answer: (answer) => onStatus(answer, status, { headers: { ...answer.headers, 'content-type': type }, ...change }),
  })
}

/** The answer with one header less. */
export function withoutHeader(answer: Answer, name: string): Answer {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([header]) => header !== name))
  return { ...answer, headers }
}
