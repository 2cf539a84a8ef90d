import { pointer as join } from '../document/json-pointer.ts'
import type { Json } from '../json.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { serializeParameter } from '../operations/serialize-parameter.ts'
import type { Role } from '../operations/annotations.ts'
import type { Case, Expectation } from './case.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'

/** Draws the cases of one kind for one operation: same document, context and seed, same cases. */
export interface Maker {
  readonly id: string
  readonly title: string
  make(operation: Operation, base: BaseRequest, context: PlanContext): Case[]
}

/** What a maker says of a case beyond the base request; the rest is filled in. */
export type Draft = Omit<Case, 'operation' | 'maker' | 'as' | 'path'> & { readonly name: string; readonly as?: Role }

/** A case on the base request; a draft's own `given` and `as` win. */
export function draft(maker: string, operation: Operation, base: BaseRequest, { name, ...rest }: Draft): Case {
  return {
    ...(base.given === undefined ? {} : { given: base.given }),
    ...(base.verbatim === true ? { verbatim: true } : {}),
    as: 'partner',
    ...rest,
    path: `${operation.id.replaceAll(' ', '')}/${maker}/${name}`,
    maker,
    operation,
  }
}

/** The base request with other members. */
export function sendOf(base: BaseRequest, changes: Partial<Case['send']> = {}): Case['send'] {
  const { path, query, body, contentType } = base
  return {
    path,
    query,
    ...(body === undefined ? {} : { body }),
    ...(contentType === undefined ? {} : { contentType }),
    ...changes,
    headers: { ...(changes.headers ?? base.headers), ...cookieHeader(base) },
  }
}

/** The base request with another value of one parameter, or without it. */
export function sendWith(base: BaseRequest, parameter: Parameter, value: Json | undefined): Case['send'] {
  const { name, in: place } = parameter
  if (place === 'cookie') {
    const { [name]: _left, ...rest } = base.cookies ?? {}
    return sendOf({
      ...base,
      cookies: value === undefined ? rest : { ...rest, [name]: serializeParameter(parameter, value) },
    })
  }
  const key = place === 'header' ? 'headers' : place
  const { [name]: _left, ...rest } = base[key]
  return sendOf(base, { [key]: value === undefined ? rest : { ...rest, [name]: value } })
}

/** The header that carries a base request's cookies, where it has any. */
export function cookieHeader({ cookies = {} }: Pick<BaseRequest, 'cookies'>): { readonly Cookie?: string } {
  const pairs = Object.values(cookies).filter((text) => text !== '')
  return pairs.length === 0 ? {} : { Cookie: pairs.join('; ') }
}

/** What a negative case in some part of the request should be answered with. */
export function refusedIn(part: Extract<Expectation, { kind: 'refused' }>['part']): Expectation {
  return { kind: 'refused', part }
}

/** The name of a pointer inside a case path: without the common front, readable. */
export function nameOf(pointer: string): string {
  return pointer.replace(/^\/requestBody\/content\/[^/]+\/schema/, '/body').replace(/^\//, '')
}

/** The field of a body that a clause is about, by the names on its way: `panels.id`; empty for the body itself. */
export function fieldOf(clause: string): string {
  return nameOf(clause)
    .split('/')
    .filter((token) => token !== 'properties' && token !== 'body')
    .slice(0, -1)
    .join('.')
}

/** What a negative case is told as: `refuses note that breaks its type: null`. */
export function refusal(subject: string, { keyword, name }: NonNullable<Case['negative']>): string {
  return `refuses ${subject === '' ? 'a body' : subject} that breaks its ${keyword}: ${name.replaceAll('-', ' ')}`
}

export { join }
