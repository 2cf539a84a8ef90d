import type { Case } from '../../cases/case.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * Returns the body of an update with the id from the path in place of a generated id. An update with another id may
 * rename the object, which the gate could then neither test nor remove. The property has the name of the last path
 * parameter, or is `id` for a parameter such as `petId`. A case about a wrong value of this property is not changed.
 */
export function withOwnId(aCase: Pick<Case, 'operation' | 'path' | 'negative'>, path: JsonObject, body: Json): Json {
  const { operation, negative } = aCase
  const parameter = /\{([^{}/]+)\}\/*$/.exec(operation.path)?.[1]
  if (parameter === undefined || !isObject(body) || !/^(?:PUT|PATCH)$/i.test(operation.method)) return body
  const names = [parameter, ...(/(?:^|[^A-Za-z])id$|Id$/.test(parameter) ? ['id'] : [])]
  const own = path[parameter]
  const name = names.find((each) => Object.hasOwn(body, each))
  if (name === undefined || own === undefined) return body
  if (negative !== undefined && aCase.path.split('/').includes(name)) return body
  const id = typeof body[name] === 'number' && /^\d{1,15}$/.test(String(own)) ? Number(own) : own
  return typeof id === typeof body[name] ? { ...body, [name]: id } : body
}
