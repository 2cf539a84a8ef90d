import type { Case } from '../../cases/case.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * Returns the body of an update with the id from the path in place of a generated id. An update with another id may
 * rename the object, which the gate could then neither test nor remove. A case about a wrong value of the id is not
 * changed.
 */
export function withOwnId(aCase: Pick<Case, 'operation' | 'path' | 'negative'>, path: JsonObject, body: Json): Json {
  const { operation, negative } = aCase
  const parameter = /\{([^{}/]+)\}\/*$/.exec(operation.path)?.[1]
  if (parameter === undefined || !/^(?:PUT|PATCH)$/i.test(operation.method)) return body
  const about = negative === undefined ? [] : aCase.path.split('/')
  return bodyWithId(body, parameter, path[parameter], (name) => !about.includes(name))
}

/**
 * Returns a body in which the properties for the same id as a path parameter have the value `id`: the property with the
 * name of the parameter, and the property `id` for a parameter such as `petId`. Properties of another type are not
 * changed, and properties for which `mayChange` returns false.
 */
export function bodyWithId(
  body: Json,
  parameter: string,
  id: Json | undefined,
  mayChange: (name: string) => boolean = () => true,
): Json {
  if (!isObject(body) || id === undefined) return body
  const names = [parameter, ...(/(?:^|[^A-Za-z])id$|Id$/.test(parameter) ? ['id'] : [])]
  const own = names.flatMap((name): [string, Json][] => {
    if (!Object.hasOwn(body, name) || !mayChange(name)) return []
    const value = typeof body[name] === 'number' && /^\d{1,15}$/.test(String(id)) ? Number(id) : id
    return typeof value === typeof body[name] ? [[name, value]] : []
  })
  return own.length === 0 ? body : { ...body, ...Object.fromEntries(own) }
}
