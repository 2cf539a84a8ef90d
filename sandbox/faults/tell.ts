import type { Answer } from '../answer.ts'
import { isJsonObject } from '../json-text.ts'

/** The checks with some of them looking away. */
export function without<Checks extends object>(checks: Checks, ...names: (keyof Checks)[]): Checks {
  return { ...checks, ...Object.fromEntries(names.map((name) => [name, () => undefined])) }
}

/** The object without some of its members. */
export function omit(value: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** An accepted update's answer with other members in its body; every other answer as it is. */
export function withBody(answer: Answer, change: (body: Readonly<Record<string, unknown>>) => object): Answer {
  return answer.status === 200 && isJsonObject(answer.body) ? { ...answer, body: change(answer.body) } : answer
}

/** Answers of one status with something else in them; every other answer as it is. */
export function onStatus(answer: Answer, status: number, change: Partial<Answer>): Answer {
  return answer.status === status ? { ...answer, ...change } : answer
}

/** The answer with one header less. */
export function withoutHeader(answer: Answer, name: string): Answer {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([header]) => header !== name))
  return { ...answer, headers }
}
