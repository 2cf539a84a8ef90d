import { existsSync } from 'node:fs'
import { printLocation } from '../../document/location.ts'
import { listFaultsAgainst } from '../../document/files/packaged-schema.ts'
import { readDocument } from '../../document/read-document.ts'
import { ContractError } from '../../errors.ts'
import { compileRule, type CompiledRule } from '../../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { ConnectionHints, Neighbours, StateUse } from './neighbours.ts'

/** The unchecked content of `x-fixtures`. Its schema is `specs/neighbours.schema.json`. */
interface Written {
  readonly connection?: ConnectionHints
  readonly list?: { operation: string; items: string; query?: JsonObject; show: readonly string[] }
  readonly states: Readonly<Record<string, WrittenState>>
}
type Texts = Readonly<Record<string, string>>
interface WrittenState {
  readonly address: readonly string[]
  readonly path?: JsonObject
  readonly anywhere?: JsonObject
  readonly read?: { operation: string; query?: JsonObject; items?: string; where?: Texts }
  readonly lookups?: Readonly<Record<string, { operation: string; items: string; key: string; value: string }>>
  readonly create?: { operation: string; needs?: readonly string[]; body: JsonObject; address: Texts }
  readonly remove?: { operation: string; becomes?: JsonObject }
  readonly parameters?: Texts
  readonly lenient?: readonly string[]
  readonly alike?: Readonly<Record<string, readonly Json[]>>
  readonly zones?: readonly string[]
  readonly oneWay?: Readonly<Record<string, readonly Json[]>>
  readonly values?: Texts
  readonly given?: Texts
}

/**
 * Reads `neighbours.yaml`. If there is no such file, returns an empty map of states. Throws `bad-config` with the line
 * of the first error.
 */
export function readNeighbours(file: string): Neighbours {
  if (!existsSync(file)) return { file, connection: {}, states: new Map() }
  const document = readDocument(file, { overlays: false })
  const root = document.root.value['x-fixtures'] ?? { states: {} }
  const where = (at: string): string => printLocation(document.locate(`${document.root.address}/x-fixtures${at}`))
  const [fault] = listFaultsAgainst('specs/neighbours.schema.json', root)
  if (fault !== undefined) throw badNeighbours(fault.message, where(fault.at))
  const operations = new Map(listOperations(document).map((operation) => [operation.id, operation]))
  const operation = (id: string, at: string): Operation => {
    const found = operations.get(id)
    if (found === undefined) throw badNeighbours(`there is no operation \`${id}\``, where(at))
    return found
  }
  const { connection = {}, list, states } = root as unknown as Written
  return {
    file: document.file,
    connection,
    ...(list === undefined
      ? {}
      : { list: { query: {}, ...list, operation: operation(list.operation, '/list/operation') } }),
    states: new Map(
      Object.entries(states).map(([name, written]) => [
        name,
        stateOf(written, `/states/${name}`, { operation, where }),
      ]),
    ),
  }
}

interface Names {
  operation(id: string, at: string): Operation
  where(at: string): string
}

function stateOf(written: WrittenState, at: string, { operation, where }: Names): StateUse {
  const {
    address,
    path = {},
    anywhere = {},
    read,
    lookups = {},
    create,
    remove,
    lenient = [],
    alike = {},
    zones = [],
    oneWay = {},
  } = written
  const rules = (key: 'parameters' | 'values' | 'given'): ReadonlyMap<string, CompiledRule> =>
    new Map(
      Object.entries(written[key] ?? {}).map(([name, text]) => [
        name,
        compileRule(text, where(`${at}/${key}/${name}`)),
      ]),
    )
  return {
    address,
    path,
    anywhere,
    ...(read === undefined
      ? {}
      : { read: { query: {}, where: {}, ...read, operation: operation(read.operation, `${at}/read/operation`) } }),
    lookups: new Map(
      Object.entries(lookups).map(([name, each]) => [
        name,
        { ...each, operation: operation(each.operation, `${at}/lookups/${name}/operation`) },
      ]),
    ),
    ...(create === undefined
      ? {}
      : { create: { needs: [], ...create, operation: operation(create.operation, `${at}/create/operation`) } }),
    ...(remove === undefined
      ? {}
      : { remove: { becomes: {}, ...remove, operation: operation(remove.operation, `${at}/remove/operation`) } }),
    parameters: rules('parameters'),
    lenient,
    alike: new Map(Object.entries(alike)),
    zones,
    oneWay: new Map(Object.entries(oneWay)),
    values: rules('values'),
    given: rules('given'),
  }
}

function badNeighbours(what: string, where: string): ContractError {
  return new ContractError('bad-config', { what, where, next: 'specs/neighbours.schema.json describes each key' })
}
