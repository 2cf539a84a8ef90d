import type { ContractError } from '../errors.ts'
import { childOf } from '../document/document.ts'
import { asText, isArray } from '../json.ts'
import { brokenReference } from './read/broken-reference.ts'
import { items, type Cursor } from './cursor.ts'

/**
 * Returns the error of a broken reference that makes requests of an operation impossible. Returns undefined if there is
 * no such reference. Ignores references in responses. Also ignores a broken parameter if it can only be a name in the
 * path, such as `{id}`, that no readable parameter declares.
 */
export function brokenInRequest(item: Cursor, operation: Cursor, path: string): ContractError | undefined {
  const { document, address, value } = operation
  if (document.broken.size === 0) return undefined
  const parts = Object.keys(value).filter((key) => key !== 'responses' && key !== 'parameters')
  const owners = [item, operation]
  const unreadable = owners.flatMap((owner) => {
    const list = owner.value['parameters']
    const places = isArray(list) ? list.map((_, index) => childOf(owner.address, 'parameters', index)) : []
    return places.flatMap((place) => brokenReference(document, [place]) ?? [])
  })
  const declared = owners.flatMap((owner) =>
    items(owner, 'parameters', () => '').flatMap((each) =>
      each.value['in'] === 'path' ? [asText(each.value['name'])] : [],
    ),
  )
  const undeclared = [...path.matchAll(/\{([^{}]*)\}/g)].filter(([, name = '']) => !declared.includes(name))
  const ofParameters = unreadable.length > undeclared.length ? unreadable[0] : undefined
  return (
    ofParameters ??
    brokenReference(
      document,
      parts.map((key) => childOf(address, key)),
    )
  )
}
