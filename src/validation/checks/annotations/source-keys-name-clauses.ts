import { childOf, type Address } from '../../../document/document.ts'
import { tokens, valueAt } from '../../../document/json-pointer.ts'
import { isObject, type JsonObject } from '../../../json.ts'
import type { Operation } from '../../../operations/operation.ts'
import { listClauses } from '../../../clauses/list-clauses.ts'
import { trace } from '../../../clauses/trace.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const sourceKeysNameClauses: DocumentCheck = {
  id: 'source_keys_name_clauses',
  title: 'every key of x-source and x-unreachable matches a clause',
  why: 'A misspelt key has no effect. The clause that it should name gets another source, and nothing reports this.',
  level: 'error',
  check({ operations, objects, document, isAnnotated }) {
    const { address: root, value } = document.root
    const atRoot: DocumentFault[] =
      value['x-source'] === undefined || !isAnnotated
        ? []
        : [
            {
              address: childOf(root, 'x-source'),
              message:
                'an x-source at the root applies to every clause, so clauses without a separate source are no longer found',
              next: 'move x-source to the operations, their parts, or the components',
            },
          ]
    if (!isAnnotated) return []
    const known = keysByObject(operations)
    return [
      ...atRoot,
      ...objects
        .filter(({ address }) => address !== root)
        .flatMap((node) => (['x-source', 'x-unreachable'] as const).flatMap((key) => faultsOf(node, key, known))),
    ]
  },
}

/**
 * Returns the valid keys of `x-source` for each object. A key is a path from the object to a clause. The clause is
 * inside the object, or inside a schema that the object references.
 */
function keysByObject(operations: readonly Operation[]): Map<JsonObject, Set<string>> {
  const known = new Map<JsonObject, Set<string>>()
  for (const operation of operations) {
    for (const { pointer } of listClauses(operation)) {
      for (const stop of stopsTo(operation, pointer)) {
        const keys = known.get(stop.value) ?? new Set()
        known.set(stop.value, keys)
        keysOf(stop.rest).forEach((key) => keys.add(key))
      }
    }
  }
  return known
}

function stopsTo(operation: Operation, pointer: string): ReturnType<typeof trace> {
  const { document, address, parameters, security } = operation
  const schemes = security.filter((each) => each.pointer === pointer).flatMap(({ schemes }) => schemes)
  const parameter = parameters.find((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`))
  return [
    ...trace(document, address, pointer),
    ...schemes.flatMap((scheme) => trace(document, scheme.address, '')),
    ...(parameter === undefined ? [] : trace(document, parameter.address, pointer.slice(parameter.pointer.length))),
  ]
}

/**
 * Returns the keys of `x-source` that name a clause or an object around it. `rest` is the path to the clause. A key is
 * the whole path, its beginning, or its end. An entry that ends with `/` is only the beginning of a key: the name of a
 * negative case follows it.
 */
function keysOf(rest: readonly string[]): string[] {
  const last = rest.at(-1)
  if (last === undefined) return []
  const before = rest.at(-2)
  return [
    ...rest.map((_, index) => rest.slice(0, index + 1).join('/')),
    last,
    ...(before === undefined ? [] : [`${before}/${last}`, before]),
    `${rest.join('/')}/`,
    `${last}/`,
  ]
}

function faultsOf(
  { address, value }: { address: Address; value: JsonObject },
  annotation: 'x-source' | 'x-unreachable',
  known: ReadonlyMap<JsonObject, ReadonlySet<string>>,
): DocumentFault[] {
  const map = value[annotation]
  if (map === undefined) return []
  const keys = known.get(value)
  const at = childOf(address, annotation)
  if (keys === undefined) {
    const message = `this object defines nothing that is checked, so ${annotation} has no effect`
    return [
      {
        address: at,
        level: 'warning',
        message,
        next: 'remove the annotation, or move it to the schema, parameter or response that it describes',
      },
    ]
  }
  if (!isObject(map)) return []
  return Object.keys(map)
    .filter(
      (key) =>
        key !== '*' &&
        !keys.has(key) &&
        !(annotation === 'x-source' && isPartOfClause(key, keys)) &&
        !isPart(value, key),
    )
    .map((key) => ({
      address: childOf(at, key),
      message: `\`${key}\` matches no keyword that is checked here`,
      next: 'write a keyword (`enum`), a keyword and a name (`required/id`), or a relative pointer',
    }))
}

/** The names of the negative cases of `enum`. In a key, `enum` may be followed by such a name or by an enum value. */
const OF_ENUMS = ['outside', 'case', 'trailing-blank']

/**
 * True if the key names a part of a clause, such as the negative case `format/naive`. Also true for the key
 * `responses/4XX`, whose meaning is: all refusals with an undocumented status.
 */
function isPartOfClause(key: string, keys: ReadonlySet<string>): boolean {
  if (key === 'responses/4XX' && keys.has('responses')) return true
  const at = key.lastIndexOf('/') + 1
  const owner = key.slice(0, at)
  if (owner === '' || !keys.has(owner)) return false
  return !/(^|\/)enum\/$/.test(owner) || OF_ENUMS.includes(key.slice(at))
}

function isPart(value: JsonObject, key: string): boolean {
  return tokens(`/${key}`).length > 0 && valueAt(value, `/${key}`) !== undefined
}
