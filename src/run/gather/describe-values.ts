import type { Operation } from '../../operations/operation.ts'
import type { GatheredValues } from './gather-values.ts'
import type { RemovedObject } from './remove-made.ts'

/**
 * Returns one sentence for each path parameter. It says where the values came from, and whether the objects that the
 * run made for them were removed. The sentences contain no values.
 */
export function describeValues({ sources }: GatheredValues, removed: readonly RemovedObject[]): string[] {
  return sources.map(({ value, from, kind }) => {
    const what = `${value.name} of ${value.key}`
    if (kind !== 'create') return `${what}: from ${named(from)}`
    return `${what}: an object that ${named(from)} made${fate(removed.filter((each) => each.value === value))}`
  })
}

function fate(objects: readonly RemovedObject[]): string {
  const left = objects.filter(({ removedBy }) => removedBy === undefined)
  const by = objects.find(({ removedBy }) => removedBy !== undefined)?.removedBy
  const count = objects.length === 1 ? 'the object' : `all ${objects.length} objects of the run`
  if (left.length === 0) return by === undefined ? '' : `; ${named(by)} removed ${count}`
  const remaining = objects.length === 1 ? 'it is' : `${left.length} of ${objects.length} objects of the run are`
  return `; ${remaining} still on the server: ${left[0]?.because ?? ''}`
}

function named({ method, path }: Operation): string {
  return `${method} ${path}`
}
