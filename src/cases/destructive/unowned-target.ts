import { isObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { OWN_OBJECT } from './destructive-words.ts'

/**
 * Returns the reason why an update is not sent: it would change an object that the gate cannot create itself. This is
 * the account of the caller, or an object whose id is an enum value in the document. Returns undefined for every other
 * update. Also returns undefined if the user gave the id, or if the document has an example of the id.
 */
export function unownedTarget(
  { method, path, parameters }: Operation,
  given: Readonly<Record<string, string>>,
): string | undefined {
  if (method !== 'PUT' && method !== 'PATCH') return undefined
  const segments = path.split('/').filter((segment) => segment !== '')
  const inPath = parameters.filter((each) => each.in === 'path')
  if (!path.includes('{')) {
    const own = segments.find((segment) => OWN_OBJECT.includes(segment.toLowerCase()))
    return own === undefined ? undefined : `${method} on \`/${own}\` changes the account of the caller`
  }
  const isListed = inPath.every(({ schema, examples }) => {
    const value = schema?.document.resolve(schema.address).value
    return (
      examples.length === 0 &&
      isObject(value) &&
      value['example'] === undefined &&
      (value['enum'] !== undefined || value['const'] !== undefined)
    )
  })
  if (inPath.length === 0 || !isListed || inPath.some(({ name }) => Object.hasOwn(given, name))) return undefined
  return `${method} on \`${path}\` changes an object that the gate did not create: the document gives its id`
}
