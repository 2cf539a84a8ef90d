import type { Operation } from '../operations/operation.ts'
import type { ProducedValue, Producer } from './operation-graph.ts'

const VERBS: Readonly<Record<Producer['kind'], string>> = {
  create: 'creates it',
  link: 'links to it',
  list: 'lists it',
}

/**
 * Prints a graph as text: each path parameter, the operations that return its value, and the operations that need it.
 */
export function printGraph(graph: readonly ProducedValue[]): string {
  const blocks = graph.map(({ key, name, producers, consumers }) => [
    `${name} of ${key}`,
    ...producers.map(({ operation, kind }) => `  from  ${named(operation)}, which ${VERBS[kind]}`),
    ...(producers.length === 0 ? [`  no response has this value: give --param ${name}=…`] : []),
    `  for   ${consumers.map(({ id }) => id).join(', ')}`,
  ])
  if (blocks.length === 0) return 'No path has a parameter.\n'
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/**
 * Prints a graph as a Mermaid flowchart. An arrow goes from an operation that returns a value to each operation that
 * needs this value.
 */
export function printMermaid(graph: readonly ProducedValue[]): string {
  const nodes = new Map<Operation, string>()
  const nodeOf = (operation: Operation): string => {
    const known = nodes.get(operation)
    if (known !== undefined) return known
    const node = `o${nodes.size + 1}`
    nodes.set(operation, node)
    return node
  }
  const arrows = graph.flatMap(({ name, producers, consumers }) =>
    producers.flatMap(({ operation }) =>
      consumers.map((consumer) => `  ${nodeOf(operation)} -- ${quoted(name)} --> ${nodeOf(consumer)}`),
    ),
  )
  const labels = [...nodes].map(([operation, node]) => `  ${node}[${quoted(named(operation))}]`)
  return `${['flowchart LR', ...labels, ...arrows].join('\n')}\n`
}

function named({ method, path, id }: Operation): string {
  return id === `${method.toLowerCase()} ${path}` ? `${method} ${path}` : `${method} ${path} (${id})`
}

/** Quotes a label. Mermaid writes a quotation mark as `#quot;`. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`
}
