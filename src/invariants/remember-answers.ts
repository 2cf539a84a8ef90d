import { isDeepStrictEqual } from 'node:util'
import type { ASTNode } from '@marcbachmann/cel-js'

/** The path of a value that an expression reads: the name of a variable, followed by names of properties. */
export type ReadPath = readonly string[]

/**
 * Returns the parts of `variables` that an expression reads. The parts are as small as the expression allows:
 * `self.a.b` for `self.a.b == 1`, but `self.a` for `self.a[request.path.id]`.
 */
export function pathsRead(root: ASTNode, variables: readonly string[]): ReadPath[] {
  const found = new Map<string, ReadPath>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each)
    else if (isNode(node)) {
      const path = pathOf(node)
      if (path === undefined) visit(node.args)
      else if (variables.includes(path[0] ?? '')) found.set(path.join('\n'), path)
    }
  }
  visit(root)
  return [...found.values()]
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}

/** Returns the path of a chain such as `self.a.b`. Returns undefined for other nodes. */
function pathOf(node: ASTNode): ReadPath | undefined {
  if (node.op === 'id') return [node.args]
  if (node.op !== '.') return undefined
  const [of, name] = node.args
  const path = pathOf(of)
  return path === undefined ? undefined : [...path, name]
}

/** The number of answers that are cached for each expression. */
const KEPT = 16

/**
 * Returns a function that evaluates an expression and caches its last answers. If the values of `paths` are the same as
 * for a cached answer, returns this answer. The same values must always give the same answer.
 */
export function remembering<Answer>(
  paths: readonly ReadPath[],
  evaluate: (values: object) => Answer,
): (values: object) => Answer {
  const kept: { readonly read: readonly unknown[]; readonly answer: Answer }[] = []
  let next = 0
  return (values) => {
    const read = paths.map((path) => valueAt(values, path))
    for (const known of kept) if (areSame(known.read, read)) return known.answer
    const answer = evaluate(values)
    kept[next] = { read, answer }
    next = (next + 1) % KEPT
    return answer
  }
}

/** True if both lists contain the same values. Compares scalars first, because comparing objects is slow. */
function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let index = 0; index < some.length; index++) {
    const [one, other] = [some[index], others[index]]
    if (Object.is(one, other)) continue
    if (typeof one !== 'object' || typeof other !== 'object' || !isDeepStrictEqual(one, other)) return false
  }
  return true
}

/** The value of a property that does not exist. It differs from every JSON value. */
const ABSENT = Symbol('absent')

function valueAt(values: object, path: ReadPath): unknown {
  let value: unknown = values
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return ABSENT
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
