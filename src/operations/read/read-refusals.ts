import { childOf } from '../../document/document.ts'
import { asText, isArray, isObject } from '../../json.ts'
import type { RefusalRule, Source, Transitions } from '../annotations.ts'
import type { Cursor } from '../cursor.ts'
import type { RequestBody } from '../operation.ts'
import type { Schema } from '../../schemas/schema.ts'
import { fieldsOf } from './read-update.ts'

/**
 * Reads the `x-refusals` of an operation, in document order. Leaves out malformed entries, because `validate` reports
 * them.
 */
export function readRefusals({ value, address }: Cursor): RefusalRule[] {
  const list = value['x-refusals']
  if (!isArray(list)) return []
  return list.flatMap((each, index) =>
    isObject(each)
      ? [
          {
            id: asText(each['id'], String(index)),
            status: asText(each['status']),
            accept: isArray(each['accept']) ? each['accept'].map((status) => asText(status)) : [],
            when: typeof each['when'] === 'string' ? each['when'] : '',
            source: (typeof each['source'] === 'string' ? each['source'] : 'unstated') as Source,
            address: childOf(address, 'x-refusals', index),
          },
        ]
      : [],
  )
}

/** Reads the `x-transitions` of the top-level fields of a request body. Leaves out malformed entries. */
export function readTransitions(body: RequestBody | undefined): ReadonlyMap<string, Transitions> {
  const schema = body?.content[0]?.schema
  const found = new Map<string, Transitions>()
  for (const [name, field] of fieldsOf(schema)) {
    const annotation = field['x-transitions']
    const allowed = isObject(annotation) ? annotation['allowed'] : undefined
    if (!isObject(allowed) || schema === undefined) continue
    const lists = Object.entries(allowed).map(([from, to]): readonly [string, readonly string[]] => [
      from,
      isArray(to) ? to.map((each) => asText(each)) : [],
    ])
    found.set(name, {
      allowed: Object.fromEntries(lists),
      address: childOf(addressOf(schema, name), 'x-transitions', 'allowed'),
    })
  }
  return found
}

/** Returns the address of a property. Follows a `$ref` of the schema, but not a `$ref` of the property. */
function addressOf({ document, address }: Schema, name: string): string {
  const node = document.resolve(address)
  const reference = isObject(node.value) ? node.value['$ref'] : undefined
  const owner =
    typeof reference === 'string' ? document.resolve(document.target(reference, node.address)).address : node.address
  return childOf(owner, 'properties', name)
}
