import { parse, type ASTNode } from '@marcbachmann/cel-js'
import { VARIABLES } from '../../invariants/compile-rule.ts'

/** A value that a CEL expression reads. `path` is a list of property names, in which `*` means an item of a list. */
export interface PropertyPath {
  readonly variable: string
  readonly path: readonly string[]
}

const BINDING = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])
type Names = ReadonlyMap<string, PropertyPath | undefined>

/**
 * Lists the paths of the properties that a CEL expression reads from `variables`. Leaves out paths whose keys are
 * computed.
 */
export function propertyPaths(text: string, variables: readonly string[] = VARIABLES): PropertyPath[] {
  const known: Names = new Map(variables.map((variable) => [variable, { variable, path: [] }]))
  const found: PropertyPath[] = []
  visit(parse(text).ast, known, found)
  return found
}

function visit(node: unknown, names: Names, found: PropertyPath[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, names, found)
    return
  }
  if (!isNode(node)) return
  const path = pathOf(node, names)
  if (path !== undefined) {
    if (path.path.length > 0) found.push(path)
    return
  }
  if (node.op === 'rcall' && BINDING.has(node.args[0])) {
    const [, receiver, [bound, ...bodies]] = node.args
    visit(receiver, names, found)
    const list = pathOf(receiver, names)
    const item = list === undefined ? undefined : { ...list, path: [...list.path, '*'] }
    const inner = bound?.op === 'id' ? new Map([...names, [bound.args, item]]) : names
    visit(bodies, inner, found)
    return
  }
  visit(node.args, names, found)
}

function pathOf(node: ASTNode, names: Names): PropertyPath | undefined {
  if (node.op === 'id') return names.get(node.args)
  if (node.op === '.' || node.op === '.?') return longer(pathOf(node.args[0], names), node.args[1])
  if (node.op !== '[]' && node.op !== '[?]') return undefined
  const [owner, key] = node.args
  if (key.op !== 'value') return undefined
  return longer(pathOf(owner, names), typeof key.args === 'string' ? key.args : '*')
}

function longer(path: PropertyPath | undefined, name: string): PropertyPath | undefined {
  return path === undefined ? undefined : { ...path, path: [...path.path, name] }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
