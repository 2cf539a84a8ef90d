import type { Case } from '../../cases/case.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * Puts the id from the path into the body of an update. With a generated id in the body, the update might change the
 * object's id, and the gate could then no longer find and delete the object. If the case tests an invalid id, the body
 * is not changed.
 */
export function withOwnId(aCase: Pick<Case, 'operation' | 'path' | 'negative'>, path: JsonObject, body: Json): Json {
  const { operation, negative } = aCase
  const parameter = /\{([^{}/]+)\}\/*$/.exec(operation.path)?.[1]
  if (parameter === undefined || !/^(?:PUT|PATCH)$/i.test(operation.method)) return body
  const about = negative === undefined ? [] : aCase.path.split('/')
  return bodyWithId(body, parameter, path[parameter], (name) => !about.includes(name))
}

/**
 * Writes the id, which is the value of the path parameter `parameter`, into the body. Replaces the property with the
 * name of the parameter. For a parameter such as `petId`, also replaces the property `id`. Does not replace a property
 * of another type, or a property for which `mayChange` returns false.
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
