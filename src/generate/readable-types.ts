import type { NamedSchema } from './prepare/named-schemas.ts'

/** The generated alias of a schema, and its comment. */
interface Lifted {
  readonly name: string
  readonly comment: string
  /** The text of the type. Undefined if the alias must be defined by a reference to the component. */
  readonly type: string | undefined
}

/** The types that openapi-typescript printed, with aliases for component schemas. */
export interface ReadableTypes {
  readonly text: string
  /** The aliases. The key is the indexed type, such as `components["schemas"]["Order"]`. */
  readonly aliases: ReadonlyMap<string, Lifted>
}

interface Entry {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly comment: string
  readonly type: string
}

/**
 * Replaces each `components["schemas"]["Order"]` by an alias `Order`, because editors show the alias and it is easier
 * to read. A schema that directly contains itself keeps its indexed type, because TypeScript rejects such an alias.
 */
export function readableTypes(printed: string, named: readonly NamedSchema[]): ReadableTypes {
  const lines = printed.replaceAll(REFERENCE, unescaped).split('\n')
  const byType = new Map(named.map((each) => [each.type, each.name]))
  const entries = entriesOf(lines).flatMap((entry) => {
    const indexed = `components["schemas"][${entry.key}]`
    const name = byType.get(indexed)
    return name === undefined ? [] : [{ ...entry, indexed, name }]
  })
  const eager = new Map(entries.map(({ indexed, type }) => [indexed, eagerReferences(type)]))
  const kept = new Set(entries.map(({ indexed }) => indexed).filter((indexed) => reaches(eager, indexed, indexed)))
  const aliases = new Map(
    entries.map(({ indexed, name, comment, type }): [string, Lifted] => [
      indexed,
      { name, comment, type: kept.has(indexed) ? undefined : type },
    ]),
  )
  for (const [indexed, alias] of aliases) {
    if (alias.type !== undefined) aliases.set(indexed, { ...alias, type: renamed(alias.type, aliases) })
  }
  for (const { indexed, name, start, key } of entries) {
    if (kept.has(indexed)) continue
    lines[start] = `        ${/^"[A-Za-z_$][\w$]*"$/.test(key) ? key.slice(1, -1) : key}: ${name};`
  }
  const removed = new Set(
    entries.flatMap(({ indexed, start, end }) => (kept.has(indexed) ? [] : range(start + 1, end))),
  )
  const text = lines.filter((_line, index) => !removed.has(index)).join('\n')
  return { text: renamed(text, aliases), aliases }
}

/**
 * Replaces indexed access types such as `components["schemas"]["Pet"]` by the names of their aliases, such as `Pet`.
 * Does not replace a type that has no alias.
 */
export function renamed(text: string, aliases: ReadonlyMap<string, Lifted>): string {
  return text.replaceAll(REFERENCE, (found) => {
    const alias = aliases.get(found)
    return alias?.type === undefined ? found : alias.name
  })
}

const REFERENCE = /components\["schemas"\]\["(?:[^"\\]|\\.)*"\]/g

/** Decodes the escapes of openapi-typescript. It escapes every character outside ASCII. */
function unescaped(text: string): string {
  return text.replaceAll(/(?<!\\)\\u((?!00[0-7])[0-9A-F]{4})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** True if the references of the graph lead from `from` to `to`. */
function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const waiting = [...(graph.get(from) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(graph.get(next) ?? []))
  }
  return false
}

/**
 * Returns the aliases that TypeScript must resolve at once when it reads this type. It resolves aliases inside objects
 * and arrays later.
 */
function eagerReferences(type: string): string[] {
  const found: string[] = []
  const text = type
    .replaceAll(REFERENCE, (reference) => `<${found.push(reference) - 1}>`)
    .replaceAll(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"/g, '')
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replaceAll(/\{[^{}]*\}|\([^()]*\)\[\]|<\d+>\[\]/g, '')
  }
  return [...rest.matchAll(/<(\d+)>/g)].flatMap(([, index]) => found[Number(index)] ?? [])
}

/**
 * Finds the schemas in the printed type `components`, with their comments. Each line of a schema is indented by eight
 * spaces.
 */
function entriesOf(lines: readonly string[]): Entry[] {
  const first = lines.indexOf('    schemas: {', lines.indexOf('export interface components {')) + 1
  const last = lines.indexOf('    };', first)
  const found: Entry[] = []
  for (let start = first; first > 0 && start < last;) {
    let at = start
    if (/^ {8}\/\*/.test(lines[at] ?? '')) {
      while (at < last && !(lines[at] ?? '').trimEnd().endsWith('*/')) at += 1
      at += 1
    }
    const head = /^ {8}("(?:[^"\\]|\\.)*"|[\w$]+)\??: (.*)$/.exec(lines[at] ?? '')
    let end = at
    while (end < last && !/^ {8}\S.*;$/.test(lines[end] ?? '')) end += 1
    if (head !== null) {
      const [, key = '', rest = ''] = head
      const type = [rest, ...lines.slice(at + 1, end + 1).map((line) => line.replace(/^ {8}/, ''))].join('\n')
      const comment = lines.slice(start, at).map((line) => `${line.replace(/^ {8}/, '')}\n`)
      const quoted = key.startsWith('"') ? unescaped(key) : JSON.stringify(key)
      found.push({ key: quoted, start, end: end + 1, comment: comment.join(''), type: type.replace(/;$/, '') })
    }
    start = end + 1
  }
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
