import { isObject } from '../../json.ts'
import { propertyOf, type Cursor } from '../cursor.ts'

/** The fields of a Path Item Object that contain operations. OpenAPI 3.1.1 §4.8.9. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** A method of a path item. The operation is `owner.value[key]`. */
export interface ListedMethod {
  readonly owner: Cursor
  readonly key: string
  /** The HTTP method, spelled as it must be sent. */
  readonly method: string
}

/**
 * Returns the methods of a path item. For OpenAPI 3.2, these include `query` and the methods in `additionalOperations`,
 * whose spelling is not changed. OpenAPI 3.2.0 §4.9.
 */
export function listMethods(item: Cursor): ListedMethod[] {
  const is32 = item.document.openapi.startsWith('3.2')
  const fixed = (is32 ? [...METHODS, 'query'] : METHODS).map((key) => ({ owner: item, key, method: key.toUpperCase() }))
  const more = is32 ? propertyOf(item, 'additionalOperations') : undefined
  const additional = more === undefined ? [] : Object.keys(more.value).filter((key) => !key.startsWith('x-'))
  return [
    ...fixed,
    ...additional.flatMap((key) => (more === undefined ? [] : [{ owner: more, key, method: key }])),
  ].filter(({ owner, key }) => isObject(owner.value[key]))
}
