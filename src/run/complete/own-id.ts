import type { Case } from '../../cases/case.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * Puts the id from the path into the body of an update. A generated id in the body might rename the object, and the
 * gate could then no longer find and delete the object. Does not change a case that tests an invalid id.
 */
export function withOwnId(aCase: Pick<Case, 'operation' | 'path' | 'negative'>, path: JsonObject, body: Json): Json {
  const { operation, negative } = aCase
  const parameter = /\{([^{}/]+)\}\/*$/.exec(operation.path)?.[1]
  if (parameter === undefined || !/^(?:PUT|PATCH)$/i.test(operation.method)) return body
  const about = negative === undefined ? [] : aCase.path.split('/')
  return bodyWithId(body, parameter, path[parameter], (name) => !about.includes(name))
}

/**
 * Writes the value of a path parameter into each body property that means the same: a property with the name of the
 * parameter and, for a parameter such as `petId`, a property with the name `id`. Skips a property of another type, and
 * a property for which `mayChange` returns false.
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
