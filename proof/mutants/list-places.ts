import { pointer, valueAt } from '../../src/document/json-pointer.ts'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { propertyAt, propertiesOf, itemsOf } from './mutant.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'patch']

/** An operation and its place (`at`, a JSON Pointer) in the source document. */
export interface OperationPlace {
  readonly at: string
  readonly path: string
  readonly method: string
  readonly value: JsonObject
}

/**
 * A schema, and the place in the source document at which it is defined. If both requests and responses use the schema,
 * there are two entries for it.
 */
export interface SchemaPlace {
  readonly at: string
  readonly value: JsonObject
  readonly of: 'request' | 'response'
  /** True for the schema of a parameter, and for schemas inside it. */
  readonly isOfParameter: boolean
}

export function listOperationPlaces(root: Json): OperationPlace[] {
  return propertiesOf(propertyAt(root, 'paths'), '/paths').flatMap(({ name: path, at: pathAt, value: item }) =>
    propertiesOf(item, pathAt).flatMap(({ name: method, at, value }) =>
      METHODS.includes(method) && isObject(value) ? [{ at, path, method, value }] : [],
    ),
  )
}

/** Lists every schema that an operation uses. A schema that both requests and responses use is listed twice. */
export function listSchemaPlaces(root: Json): SchemaPlace[] {
  const places = new Map<string, SchemaPlace>()
  const visit = (at: string, of: SchemaPlace['of'], isOfParameter: boolean): void => {
    const value = valueAt(root, at)
    const key = `${of} ${at}`
    if (!isObject(value) || places.has(key)) return
    const { $ref } = value
    if (typeof $ref === 'string' && $ref.startsWith('#/')) visit($ref.slice(1), of, isOfParameter)
    if (typeof $ref !== 'string') places.set(key, { at, value, of, isOfParameter })
    for (const property of propertiesOf(value['properties'], `${at}/properties`)) visit(property.at, of, isOfParameter)
    visit(`${at}/items`, of, isOfParameter)
  }
  for (const { at, value } of listOperationPlaces(root)) {
    for (const parameter of itemsOf(value['parameters'], `${at}/parameters`))
      visit(`${parameter.at}/schema`, 'request', true)
    for (const type of contentOf(value['requestBody'], `${at}/requestBody`))
      visit(`${type.at}/schema`, 'request', false)
    for (const response of propertiesOf(value['responses'], `${at}/responses`)) {
      for (const type of contentOf(response.value, response.at)) visit(`${type.at}/schema`, 'response', false)
      for (const header of propertiesOf(propertyAt(response.value, 'headers'), `${response.at}/headers`)) {
        visit(`${header.at}/schema`, 'response', false)
      }
    }
  }
  return [...places.values()]
}

/** Returns the media types of a body, with their pointers. */
export function contentOf(body: Json | undefined, at: string): { name: string; at: string; value: Json }[] {
  return propertiesOf(propertyAt(body, 'content'), at + pointer('content'))
}
