import { ContractError } from '../errors.ts'
import type { Operation } from '../operations/operation.ts'

/** An operation, and the percent-encoded values of its path parameters. */
export interface Found {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
}

/**
 * Returns the operation with the given id. If `id` is undefined, returns the only operation. Throws
 * `unknown-operation`.
 */
export function namedOperation(operations: readonly Operation[], id: string | undefined): Operation {
  const found = id === undefined && operations.length === 1 ? operations[0] : operations.find((each) => each.id === id)
  if (found !== undefined) return found
  throw unknown(
    operations,
    id === undefined
      ? 'the document has several operations, and no id is given'
      : `the document has no operation ${id}`,
  )
}

/**
 * Finds the operation for a method and a path. The path may begin with the path of a base URL. If several path
 * templates match, returns the most specific one. Throws `unknown-operation` without quoting the path, because the path
 * may contain personal data.
 */
export function findOperation(operations: readonly Operation[], method: string, target: string): Found {
  const [path = ''] = target.split('?')
  const found = operations
    .filter((operation) => operation.method === method)
    .toSorted((one, other) => written(other) - written(one))
    .flatMap((operation) => parametersIn(operation, path) ?? [])
  const [first] = found
  if (first !== undefined) return first
  throw unknown(operations, `no ${method} operation of the document matches the path of the request`)
}

function parametersIn(operation: Operation, path: string): Found | undefined {
  const names: string[] = []
  const pattern = operation.path
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      names.push(part.slice(1, -1))
      return '([^/]+)'
    })
    .join('')
  const match = new RegExp(`${pattern}$`).exec(path)
  if (match === null) return undefined
  return { operation, path: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])) }
}

/** Returns the number of characters of a path template that are outside braces. */
function written({ path }: Operation): number {
  return path.replaceAll(/\{[^{}]*\}/g, '').length
}

function unknown(operations: readonly Operation[], what: string): ContractError {
  const has = operations.map(({ id, method, path }) => `${id} (${method} ${path})`).join(', ')
  const where = operations[0]?.document.file
  return new ContractError('unknown-operation', {
    what,
    ...(where === undefined ? {} : { where }),
    next: `use one of ${has}`,
  })
}
