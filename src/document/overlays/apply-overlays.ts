import type { JSONPathQuery } from 'json-p3'
import { isArray, isObject, type Json } from '../../json.ts'
import { pointer } from '../json-pointer.ts'
import { mergedTree, type MergedTree, type WrittenPlace } from './merged-tree.ts'
import type { Action, Overlay } from './overlay.ts'
import { overlayError } from './overlay-error.ts'
import { compileQuery, referenceOnTheWay, selectNodes, type NodePath } from './select-nodes.ts'

/** A value of one overlay that a later overlay replaced or removed. */
export interface Override {
  /** The JSON Pointer in the merged document. */
  readonly pointer: string
  /** The later overlay. */
  readonly by: Overlay
  /** The earlier overlay. */
  readonly of: Overlay
}

/** A document with merged overlays, and the conflicts between the overlays. */
export interface Merged {
  readonly tree: MergedTree
  readonly overrides: readonly Override[]
}

/**
 * Applies overlays to the root file, in the given order. Throws `overlay-invalid` with the line of the action that
 * fails.
 */
export function applyOverlays(document: Json, overlays: readonly Overlay[]): Merged {
  const tree = mergedTree(document)
  const overrides: Override[] = []
  for (const overlay of overlays) {
    for (const action of overlay.actions) applyAction({ tree, overlay, action, overrides })
  }
  return { tree, overrides }
}

interface Step {
  readonly tree: MergedTree
  readonly overlay: Overlay
  readonly action: Action
  readonly overrides: Override[]
}

function applyAction(step: Step): void {
  const { tree, action } = step
  const { at, change } = action
  const paths = nodesOf(step, `${at}/target`, action.target)
  checkKinds(step, paths)
  switch (change.kind) {
    case 'remove':
      // Removes the last array items first, because removing an item changes the indexes of later items.
      for (const path of paths.toSorted(byPosition).reverse()) removeNode(step, path)
      return
    case 'update':
      for (const path of paths) mergeNode(step, path, change.value, { overlay: step.overlay, pointer: `${at}/update` })
      return
    case 'copy': {
      const from = nodesOf(step, `${at}/copy`, change.from)
      const [source] = from
      if (source === undefined || from.length > 1)
        return fail(
          step,
          '/copy',
          `\`copy\` must select exactly one node, but selects ${from.length}`,
          'narrow the query',
        )
      // Copies the source before any change, because a target can contain the source.
      const value = structuredClone(tree.valueAt(source) ?? null)
      for (const path of paths) mergeNode(step, path, value, { overlay: step.overlay, pointer: `${at}/copy` })
      return
    }
    default:
  }
}

function nodesOf(step: Step, at: string, text: string): NodePath[] {
  const query = queryOf(step, at, text)
  const paths = selectNodes(query, step.tree.root)
  if (paths.length > 0) return paths
  const reference = referenceOnTheWay(query, step.tree.root)
  const what = `\`${text}\` selects nothing`
  if (reference === undefined)
    return failAt(
      step,
      at,
      what,
      "correct the JSONPath query: write keys that have characters other than letters and digits as ['…']",
    )
  const { pointer: where, reference: target } = reference
  return target.startsWith('#')
    ? failAt(step, at, `${what}: ${where} is a $ref to ${target}`, `select ${target} instead`)
    : failAt(
        step,
        at,
        `${what}: ${where} is a $ref to another file, ${target}, and an overlay can change the root file only`,
        'change that file, or put the definition into the root file',
      )
}

function queryOf(step: Step, at: string, text: string): JSONPathQuery {
  try {
    return compileQuery(text)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return failAt(
      step,
      at,
      `\`${text}\` is not a JSONPath query: ${what}`,
      'write a JSONPath query as RFC 9535 defines it',
    )
  }
}

/**
 * Throws if an action selects values of a wrong kind. In Overlay 1.0.0 §4.4.3, the selected values are objects or
 * arrays. In Overlay 1.1.0, they all have the same kind: object, array or primitive.
 */
function checkKinds(step: Step, paths: readonly NodePath[]): void {
  const kinds = new Set(paths.map((path) => kindOf(step.tree.valueAt(path))))
  if (step.overlay.version === '1.0' && kinds.has('primitive'))
    fail(
      step,
      '/target',
      '`target` selects a value that is neither an object nor an array; Overlay 1.0 cannot change such a value',
      'write `overlay: 1.1.0`',
    )
  if (step.action.change.kind !== 'remove' && kinds.size > 1)
    fail(
      step,
      '/target',
      `\`target\` selects nodes of several kinds: ${[...kinds].join(', ')}`,
      'select nodes of one kind',
    )
}

function removeNode(step: Step, path: NodePath): void {
  if (path.length === 0)
    fail(step, '/target', 'the whole document cannot be removed', 'select a node below the root of the document')
  // An earlier step of the same action has removed an object that contained this node.
  if (step.tree.valueAt(path) === undefined) return
  recordOverride(step, path)
  step.tree.remove(path)
}

function mergeNode(step: Step, path: NodePath, value: Json, place: WrittenPlace): void {
  const { tree, overlay } = step
  const target = tree.valueAt(path) as Json
  if (isArray(target)) {
    // If the target is an array, Overlay 1.0.0 §4.4.3 appends `update` as one item. Overlay 1.1.0 appends each item of
    // `update`.
    if (overlay.version === '1.1' && isArray(value)) appendItems(step, path, value, place)
    else tree.write([...path, target.length], value, place)
  } else mergeInto(step, path, value, place)
}

/** Merges `value` into the value at `path`. Overlay 1.1.0 §4.4.3. */
function mergeInto(step: Step, path: NodePath, value: Json, place: WrittenPlace): void {
  const { tree } = step
  const target = tree.valueAt(path) as Json
  if (isObject(target) && isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      const below = { ...place, pointer: place.pointer + pointer(key) }
      if (Object.hasOwn(target, key)) mergeInto(step, [...path, key], each, below)
      else tree.write([...path, key], each, below)
    }
  } else if (isArray(target) && isArray(value)) appendItems(step, path, value, place)
  else if (kindOf(target) === 'primitive' && kindOf(value) === 'primitive') {
    recordOverride(step, path)
    tree.write(path, value, place)
  } else {
    const what = `${kindOf(value)} at ${pointer(...path)} cannot be merged into ${kindOf(target)}`
    throw overlayError(step.overlay, place.pointer, what, 'remove the old value first, in a separate action')
  }
}

function appendItems({ tree }: Step, path: NodePath, items: readonly Json[], place: WrittenPlace): void {
  const { length } = tree.valueAt(path) as readonly Json[]
  for (const [index, each] of items.entries())
    tree.write([...path, length + index], each, { ...place, pointer: place.pointer + pointer(index) })
}

function recordOverride({ tree, overlay, overrides }: Step, path: NodePath): void {
  const { overlay: of } = tree.placeAt(path)
  if (of !== undefined && of !== overlay) overrides.push({ pointer: pointer(...path), by: overlay, of })
}

function kindOf(value: Json | undefined): 'object' | 'array' | 'primitive' {
  if (isArray(value)) return 'array'
  return isObject(value) ? 'object' : 'primitive'
}

function byPosition(one: NodePath, other: NodePath): number {
  for (const [index, key] of one.entries()) {
    const against = other[index]
    if (against === undefined) return 1
    if (key === against) continue
    if (typeof key === 'number' && typeof against === 'number') return key - against
    return String(key) < String(against) ? -1 : 1
  }
  return one.length - other.length
}

function fail(step: Step, below: string, what: string, next: string): never {
  return failAt(step, step.action.at + below, what, next)
}

function failAt({ overlay }: Step, at: string, what: string, next: string): never {
  throw overlayError(overlay, at, what, next)
}
