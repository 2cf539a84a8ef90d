import { pointer as join } from '../document/json-pointer.ts'
import type { Json } from '../json.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { serializeParameter } from '../operations/serialize-parameter.ts'
import type { Role } from '../operations/annotations.ts'
import type { Case, Expectation } from './case.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'

/** The id of the maker (generator of cases) whose cases contain ids that do not exist. */
export const UNKNOWN = 'unknown'

/** The id of the maker (generator of cases) whose cases contain empty texts and lists. */
export const EMPTY = 'empty'

/** Makes all cases of one kind, such as negative cases. The same arguments give the same cases. */
export interface Maker {
  readonly id: string
  make(operation: Operation, base: BaseRequest, context: PlanContext): Case[]
}

/**
 * The properties that a maker (generator of cases) sets in a new case. The function `draft` adds the remaining
 * properties.
 */
export type Draft = Omit<Case, 'operation' | 'maker' | 'as' | 'path'> & { readonly name: string; readonly as?: Role }

/**
 * Creates a case from the base request and a draft. A provider state or role in the draft replaces that of the base
 * request.
 */
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

/**
 * Returns the property `ifAbsent` for a write to a live server with an invalid path value. The gate then sends the
 * write only if a read has shown that no object has this id. Returns `{}` for all other cases, and with
 * `--allow-destructive`.
 */
export function ifAbsent(
  { method }: Operation,
  { in: place, name }: Parameter,
  base: BaseRequest,
  { target, allowDestructive }: PlanContext,
): Pick<Case, 'ifAbsent'> {
  const isHarmless = place !== 'path' || isSafeMethod(method) || base.given !== undefined
  return isHarmless || target !== 'live' || allowDestructive ? {} : { ifAbsent: name }
}

/** Returns the request to send: the base request, with `changes` applied. */
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

/** Returns the base request with another value for one parameter. Leaves out the parameter if `value` is undefined. */
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

/** Returns the `Cookie` header for the cookies of a request. Returns `{}` if there are no cookies. */
export function cookieHeader({ cookies = {} }: Pick<BaseRequest, 'cookies'>): { readonly Cookie?: string } {
  const pairs = Object.values(cookies).filter((text) => text !== '')
  return pairs.length === 0 ? {} : { Cookie: pairs.join('; ') }
}

/**
 * Returns the expected response of a negative case. The server must refuse the request because of one part, such as the
 * body.
 */
export function refusedIn(part: Extract<Expectation, { kind: 'refused' }>['part']): Expectation {
  return { kind: 'refused', part }
}

/** Shortens a JSON Pointer for a case id: `/requestBody/content/…/schema` becomes `body`. */
export function readablePointer(pointer: string): string {
  return pointer.replace(/^\/requestBody\/content\/[^/]+\/schema/, '/body').replace(/^\//, '')
}

/**
 * Returns the body field to which the clause at a JSON Pointer belongs, such as `panels.id`. Returns an empty text for
 * a clause about the whole body.
 */
export function dottedField(clause: string): string {
  return readablePointer(clause)
    .split('/')
    .filter((token) => token !== 'properties' && token !== 'body')
    .slice(0, -1)
    .join('.')
}

/** Returns the title of a negative case. Example: `refuses note that violates type: null`. */
export function refusal(subject: string, { keyword, name }: NonNullable<Case['negative']>): string {
  return `refuses ${subject === '' ? 'a body' : subject} that violates ${keyword}: ${name.replaceAll('-', ' ')}`
}

export { join }
