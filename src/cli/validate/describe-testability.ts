import type { Document } from '../../document/document.ts'
import { operationGraph } from '../../journeys/operation-graph.ts'
import { isObject, type Json } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { baseScenario } from '../../operations/read/read-annotations.ts'

/**
 * Describes in at most three sentences what cannot be tested: statuses without a scenario, operations without path
 * values, and behaviour that a mock cannot show. Returns an empty list if everything can be tested, or if the document
 * has scenarios.
 */
export function describeTestability(document: Document): string[] {
  const operations = listOperations(document).filter(({ broken }) => broken === undefined)
  if (operations.some(({ scenarios: own }) => own.length > 0)) return []
  return [scenarios(operations), reach(operations), mock(operations)].flatMap((sentence) => sentence ?? [])
}

function scenarios(operations: readonly Operation[]): string | undefined {
  const statuses = operations.flatMap((operation) => operation.responses.map(({ status }) => ({ operation, status })))
  const covered = statuses.filter(({ operation, status }) => operation.scenarios.some((each) => each.status === status))
  if (covered.length === statuses.length) return undefined
  return `${covered.length} of ${count(statuses.length, 'status', 'statuses')} ${covered.length === 1 || statuses.length === 1 ? 'has' : 'have'} a scenario`
}

/** For each operation, returns the path parameters that have no value in the document and get none from a response. */
export function listMissingValues(
  operations: readonly Operation[],
): { readonly operation: Operation; readonly names: readonly string[] }[] {
  const given = new Set(operationGraph(operations).flatMap(({ key, producers }) => (producers.length > 0 ? [key] : [])))
  return operations.flatMap((operation) => {
    if (baseScenario(operation.scenarios) !== undefined) return []
    const missing = operation.parameters.filter(
      (each) => each.in === 'path' && !hasValue(each) && !given.has(keyOf(operation.path, each.name)),
    )
    return missing.length === 0 ? [] : [{ operation, names: missing.map(({ name }) => name) }]
  })
}

function reach(operations: readonly Operation[]): string | undefined {
  const unknown = listMissingValues(operations).map(({ operation, names }) => `${operation.id} (${names.join(', ')})`)
  if (unknown.length === 0) return undefined
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''
  return `${count(unknown.length, 'operation', 'operations')} cannot be reached on a server without --param, because no path value is known: ${unknown.slice(0, 3).join(', ')}${more}`
}

/**
 * Returns the path up to the end of the parameter `name`. This text is the key of the known values of the parameter.
 */
function keyOf(path: string, name: string): string {
  const end = path.indexOf(`{${name}}`)
  return path.slice(0, end + name.length + 2)
}

function hasValue({ examples, schema }: Parameter): boolean {
  const value: Json | undefined = schema?.document.resolve(schema.address).value
  return (
    examples.length > 0 ||
    (isObject(value) && ['default', 'example', 'examples', 'const', 'enum'].some((key) => Object.hasOwn(value, key)))
  )
}

function mock(operations: readonly Operation[]): string | undefined {
  const bodies = operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content))
  const shown = bodies.filter(({ examples }) => examples.length > 0).length
  if (shown === bodies.length) return undefined
  return `a mock returns only examples: ${shown} of ${count(bodies.length, 'response body', 'response bodies')} ${shown === 1 || bodies.length === 1 ? 'has' : 'have'} one`
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}
