import { childOf } from '../document/document.ts'
import { pointer } from '../document/json-pointer.ts'
import { isObject } from '../json.ts'
import { brokenReference } from './read/broken-reference.ts'
import { propertyOf, type Cursor } from './cursor.ts'
import type { Place } from './operation.ts'

/** Returns the readable responses of an operation, and the addresses of the responses with a broken reference. */
export function responsesIn(operation: Cursor): {
  readonly readable: readonly [status: string, response: Cursor][]
  readonly unreadable: readonly [status: string, place: Place][]
} {
  const responses = propertyOf(operation, 'responses')
  const readable: [string, Cursor][] = []
  const unreadable: [string, Place][] = []
  if (responses === undefined || !isObject(responses.value)) return { readable, unreadable }
  for (const status of Object.keys(responses.value).filter((key) => !key.startsWith('x-'))) {
    const address = childOf(responses.address, status)
    const isBroken = brokenReference(operation.document, [address]) !== undefined
    const response = isBroken ? undefined : propertyOf(responses, status)
    if (isBroken) unreadable.push([status, { address, pointer: responses.pointer + pointer(status) }])
    else if (response !== undefined) readable.push([status, response])
  }
  return { readable, unreadable }
}
