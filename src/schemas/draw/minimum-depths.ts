import type { SchemaNode } from '../nodes/schema-node.ts'

/**
 * For each schema, the nesting depth of its smallest valid value. Infinity means that the schema has no valid value.
 */
export interface MinimumDepths {
  of(node: SchemaNode): number
}

const known = new WeakMap<SchemaNode, MinimumDepths>()

/**
 * Computes the minimum depths of `root` and all schemas below it. Starts with Infinity, and lowers the depths until
 * none changes. Caches the result.
 */
export function minimumDepthsBelow(root: SchemaNode): MinimumDepths {
  const already = known.get(root)
  if (already !== undefined) return already
  const depth = new Map<SchemaNode, number>()
  const nodes = allNodes(root)
  // A schema that exists only to force a generated value is not in the tree. The depth of such a schema is 0.
  const of = (node: SchemaNode): number => depth.get(node) ?? (nodes.has(node) ? Infinity : 0)
  for (let changed = true; changed;) {
    changed = false
    for (const node of nodes) {
      const next = depthOf(node, of)
      if (next < of(node)) {
        depth.set(node, next)
        changed = true
      }
    }
  }
  known.set(root, { of })
  return { of }
}

function depthOf(node: SchemaNode, of: (node: SchemaNode) => number): number {
  if (node.forbidden !== undefined) return Infinity
  const below = [
    ...node.always.map(of),
    ...node.choices.map(({ branches }) => Math.min(...branches.map(of))),
    ...node.assertions.map(({ keyword }) => {
      const property = keyword.name === 'required' ? node.properties.get(String(keyword.value)) : undefined
      return property === undefined ? 0 : 1 + of(property)
    }),
  ]
  const leastItems = node.assertions.some(({ keyword }) => keyword.name === 'minItems')
  const items = [...node.prefixItems, ...(node.items === undefined ? [] : [node.items])]
  if (leastItems && items[0] !== undefined) below.push(1 + of(items[0]))
  return mayBeScalar(node) ? 0 : Math.max(0, ...below)
}

/**
 * True if the schema has a list as its `type`, this list contains null, and the schema has no subschemas such as `allOf`
 * for the same value. The smallest value of the schema is then null, which has no properties or items.
 */
function mayBeScalar({ assertions, always, choices }: SchemaNode): boolean {
  const type = assertions.find(({ keyword }) => keyword.name === 'type')?.keyword.value
  return always.length === 0 && choices.length === 0 && Array.isArray(type) && type.includes('null')
}

function allNodes(root: SchemaNode): ReadonlySet<SchemaNode> {
  const found = new Set<SchemaNode>()
  const queue = [root]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (found.has(node)) continue
    found.add(node)
    queue.push(...node.always, ...node.choices.flatMap((each) => each.branches), ...node.prefixItems)
    queue.push(...node.properties.values(), ...node.dependentSchemas.values())
    queue.push(...node.patternProperties.map((each) => each.node))
    const { condition, not, contains, propertyNames } = node
    const others = [
      node.additionalProperties,
      node.unevaluatedProperties,
      node.items,
      node.unevaluatedItems,
      condition?.if,
      condition?.then,
      condition?.else,
      not?.node,
      contains?.node,
      propertyNames?.node,
    ]
    queue.push(...others.filter((each) => each !== undefined))
  }
  return found
}
