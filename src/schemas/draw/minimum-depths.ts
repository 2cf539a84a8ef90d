import type { Part } from '../nodes/schema-node.ts'

/** How deep the smallest value of each part is; infinite where there is none. */
export interface MinimumDepths {
  of(part: Part): number
}

const known = new WeakMap<Part, MinimumDepths>()

/** Worked out once for each root: from all infinite downwards until nothing changes. */
export function minimumDepthsBelow(root: Part): MinimumDepths {
  const already = known.get(root)
  if (already !== undefined) return already
  const height = new Map<Part, number>()
  const parts = allParts(root)
  // A part that was made up for drawing asks for nothing below.
  const of = (part: Part): number => height.get(part) ?? (parts.has(part) ? Infinity : 0)
  for (let changed = true; changed;) {
    changed = false
    for (const part of parts) {
      const next = heightOf(part, of)
      if (next < of(part)) {
        height.set(part, next)
        changed = true
      }
    }
  }
  known.set(root, { of })
  return { of }
}

function heightOf(part: Part, of: (part: Part) => number): number {
  if (part.never !== undefined) return Infinity
  const below = [
    ...part.always.map(of),
    ...part.choices.map(({ branches }) => Math.min(...branches.map(of))),
    ...part.assertions.map(({ keyword }) => {
      const member = keyword.name === 'required' ? part.properties.get(String(keyword.value)) : undefined
      return member === undefined ? 0 : 1 + of(member)
    }),
  ]
  const leastItems = part.assertions.some(({ keyword }) => keyword.name === 'minItems')
  const items = [...part.prefixItems, ...(part.items === undefined ? [] : [part.items])]
  if (leastItems && items[0] !== undefined) below.push(1 + of(items[0]))
  return mayBeScalar(part) ? 0 : Math.max(0, ...below)
}

/** Whether null alone keeps the type: then nothing below is needed. */
function mayBeScalar({ assertions, always, choices }: Part): boolean {
  const type = assertions.find(({ keyword }) => keyword.name === 'type')?.keyword.value
  return always.length === 0 && choices.length === 0 && Array.isArray(type) && type.includes('null')
}

function allParts(root: Part): ReadonlySet<Part> {
  const found = new Set<Part>()
  const queue = [root]
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (found.has(part)) continue
    found.add(part)
    queue.push(...part.always, ...part.choices.flatMap((each) => each.branches), ...part.prefixItems)
    queue.push(...part.properties.values(), ...part.dependentSchemas.values())
    queue.push(...part.patternProperties.map((each) => each.part))
    const { condition, not, contains, propertyNames } = part
    const others = [
      part.additionalProperties,
      part.unevaluatedProperties,
      part.items,
      part.unevaluatedItems,
      condition?.if,
      condition?.then,
      condition?.else,
      not?.part,
      contains?.part,
      propertyNames?.part,
    ]
    queue.push(...others.filter((each) => each !== undefined))
  }
  return found
}
