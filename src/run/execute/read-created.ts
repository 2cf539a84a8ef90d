import { setTimeout as wait } from 'node:timers/promises'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isSuccess } from '../../exchanges/exchange.ts'
import type { ProducedValue, Producer } from '../../journeys/operation-graph.ts'
import { pathKeys, plainPath } from '../../journeys/path-value.ts'
import { asText, isObject, type Json, type JsonObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { ChosenIds } from '../gather/chosen-ids.ts'
import { identifiersIn } from '../gather/identifiers-in.ts'
import { findInList } from './find-in-list.ts'
import { isReader, PATIENCE, readResource, type ReadContext } from './second-read.ts'

/** The result of reading a resource after the POST that created it. */
export type CreatedRead = Pick<Execution, 'later' | 'readBy' | 'isListed'>

/** Reads a resource after the POST that created it. */
export interface CreatedReads {
  /**
   * Reads the resource that the POST created. Once per operation, also reads the list that should contain the resource.
   */
  after(execution: Execution, by: ReadContext): Promise<CreatedRead>
}

/**
 * Creates the reader of created resources, which sends only documented GETs. If a resource is missing, not listed or
 * different from the sent body, reads it a second time, because the first response may be an outdated copy. If the id of
 * the new resource is in the path of the POST, `chosen` returns the path parameter that contains the id.
 */
export function createdReads(
  graph: readonly ProducedValue[],
  chosen: Pick<ChosenIds, 'valueOf'> = { valueOf: () => undefined },
): CreatedReads {
  let gets: readonly Operation[] | undefined
  const listed = new Set<Operation>()
  /** Differences that a second read has confirmed. If they occur again, the resource is not read a second time. */
  const settled = new Set<string>()

  /** Calls `read`. If the result has differences that no second read has confirmed, waits and calls `read` again. */
  async function patiently<T>(of: Operation, read: () => Promise<T>, differences: (seen: T) => string[]): Promise<T> {
    const first = await read()
    const names = (seen: T): string[] => differences(seen).map((name) => `${of.id} ${name}`)
    if (names(first).every((name) => settled.has(name))) return first
    await wait(PATIENCE)
    const second = await read()
    for (const name of names(second)) settled.add(name)
    return second
  }

  return {
    async after(execution, by) {
      const { case: aCase, sent } = execution
      const { operation } = aCase
      if (!isCreation(execution)) return {}
      const own = chosen.valueOf(operation)
      const made = own === undefined ? madeBy(operation, graph) : undefined
      const value = own ?? made?.value
      const id =
        made === undefined ? sent?.path[own?.name ?? ''] : identifiersIn(execution, made.producer, made.value)[0]
      if (value === undefined || id === undefined) return {}
      gets ??= listOperations(operation.document).filter(isReader)
      const reader = gets.find(({ path }) => plainPath(path) === value.key)
      const path: JsonObject = { ...sent?.path, [value.name]: id }
      if (reader === undefined || namesIn(reader).some((name) => path[name] === undefined)) return {}
      const later = await patiently(
        operation,
        () => readResource(reader, path, by),
        (seen) => (seen === undefined ? [] : differences(sent?.body, seen.subject)),
      )
      if (later === undefined) return {}
      const lister = value.producers.find(({ kind, relation }) => kind === 'list' && relation === 'collection')
      const isUnlisted = lister === undefined || listed.has(operation) || !isReader(lister.operation)
      if (later.subject === null || isUnlisted) return { later, readBy: reader }
      listed.add(operation)
      const isListed = await patiently(
        operation,
        () => findInList(lister, value, path, asText(id), by),
        (found) => (found === false ? ['list'] : []),
      )
      return { later, readBy: reader, ...(isListed === undefined ? {} : { isListed }) }
    },
  }
}

/** True for an accepted POST. Its response may identify a created resource. */
function isCreation(execution: Execution): boolean {
  const { case: aCase, without } = execution
  const status = statusOf(execution)
  if (aCase.operation.method !== 'POST' || aCase.operation.update !== undefined || aCase.method !== undefined)
    return false
  return without === undefined && aCase.expect.kind === 'accepted' && isSuccess(status) && status !== 202
}

/**
 * Returns the path parameter that identifies the resource which a POST created. If there are several such parameters,
 * returns the one with the longest path.
 */
function madeBy(
  operation: Operation,
  graph: readonly ProducedValue[],
): { readonly value: ProducedValue; readonly producer: Producer } | undefined {
  return graph
    .flatMap((value) => {
      const producer = value.producers.find((each) => each.operation === operation && each.kind === 'create')
      return producer === undefined ? [] : [{ value, producer }]
    })
    .toSorted((one, other) => pathKeys(other.value.key).length - pathKeys(one.value.key).length)[0]
}

function namesIn({ path }: Operation): string[] {
  return pathKeys(path).map((key) => (key.split('/').at(-1) ?? '').slice(1, -1))
}

/** Returns the names of the properties whose value in the stored object differs from the value in the sent body. */
function differences(sent: Json | undefined, subject: JsonObject | null): string[] {
  if (subject === null) return ['absent']
  return isObject(sent) ? Object.keys(sent).filter((name) => !sameValue(sent[name], subject[name])) : []
}
