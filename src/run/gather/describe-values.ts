import type { Operation } from '../../operations/operation.ts'
import type { GatheredValues } from './gather-values.ts'
import type { RemovedObject } from './remove-made.ts'

/**
 * Returns a sentence for each path parameter. It says where the values of the parameter came from, and whether the
 * objects that were created for it were deleted. If many objects were deleted, one sentence describes them all. The
 * sentences contain no values.
 */
export function describeValues({ sources }: GatheredValues, removed: readonly RemovedObject[]): string[] {
  const objectsOf = ({ value }: Source): RemovedObject[] => removed.filter((each) => each.value === value)
  const gone = sources.filter((source) => isGone(objectsOf(source)))
  const isMany = gone.length > DESCRIBED
  const others = sources.filter((source) => !isMany || !gone.includes(source))
  return [
    ...(isMany ? [describeGone(gone, gone.flatMap(objectsOf).length)] : []),
    ...others.map((source) => describeSource(source, objectsOf(source))),
  ]
}

type Source = GatheredValues['sources'][number]

/** If the run has more path parameters than this, one sentence describes all deleted objects. */
const DESCRIBED = 5

function isGone(objects: readonly RemovedObject[]): boolean {
  return objects.length > 0 && objects.every(({ removedBy }) => removedBy !== undefined)
}

function describeGone(sources: readonly Source[], count: number): string {
  const keys = sources.slice(0, DESCRIBED).map(({ value }) => value.key)
  const more = sources.length - keys.length
  return `ids of ${keys.join(', ')} and ${more} more paths: the run made ${count} objects for them and removed all of them`
}

function describeSource({ value, from, kind }: Source, objects: readonly RemovedObject[]): string {
  const what = `${value.name} of ${value.key}`
  if (kind !== 'create') return `${what}: from ${named(from)}`
  return `${what}: an object that ${named(from)} made${fate(objects)}`
}

function fate(objects: readonly RemovedObject[]): string {
  const lost = objects.filter(({ isNotFound }) => isNotFound)
  if (lost.length > 0) return lostFate(objects, lost.length)
  const left = objects.filter(({ removedBy }) => removedBy === undefined)
  const by = objects.find(({ removedBy }) => removedBy !== undefined)?.removedBy
  const count = objects.length === 1 ? 'the object' : `all ${objects.length} objects of the run`
  if (left.length === 0) return by === undefined ? '' : `; ${named(by)} removed ${count}`
  const remaining = objects.length === 1 ? 'it is' : `${left.length} of ${objects.length} objects of the run are`
  return `; ${remaining} still on the server: ${left[0]?.because ?? ''}`
}

function lostFate(objects: readonly RemovedObject[], lost: number): string {
  const removed = objects.filter(({ removedBy }) => removedBy !== undefined).length
  const left = objects.length - removed - lost
  const parts = [
    `${lost} of ${objects.length} objects of the run ${lost === 1 ? 'was' : 'were'} not found at ${lost === 1 ? 'its path' : 'their paths'} any more and may remain on the server`,
    ...(removed === 0 ? [] : [`${removed} ${removed === 1 ? 'was' : 'were'} removed`]),
    ...(left === 0 ? [] : [`${left} ${left === 1 ? 'is' : 'are'} still on the server`]),
  ]
  return `; ${parts.join(', ')}`
}

function named({ method, path }: Operation): string {
  return `${method} ${path}`
}
