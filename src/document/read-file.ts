import {
  isAlias,
  isMap,
  isSeq,
  LineCounter,
  parseDocument,
  type Document as YamlDocument,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { ContractError } from '../errors.ts'
import { hasLongIntegers, smallestNumber, type Json } from '../json.ts'
import { findNonJsonValue } from './find-non-json-value.ts'
import { parentOf, tokens } from './json-pointer.ts'
import type { ParsedFile } from './parsed-file.ts'
import { readJson } from './read-json.ts'

/** Parses YAML 1.2 or JSON. `name` is the file name in errors. Throws `document-empty` or `document-not-parsable`. */
export function parseFile(text: string, name: string): ParsedFile {
  const empty = new ContractError('document-empty', {
    where: name,
    next: 'write an OpenAPI document into the file, or name another file',
  })
  if (text.trim() === '') throw empty
  const json = readJson(text)
  if (json !== undefined) return json
  const lines = new LineCounter()
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
    // Resolves merge keys (`<<`) and ignores tags, as other OpenAPI tools do.
    merge: true,
    resolveKnownTags: false,
    intAsBigInt: hasLongIntegers(text),
  })
  const [fault, ...others] = parsed.errors
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0])
    const more = new Set(others.map(({ pos }) => lines.linePos(pos[0]).line).filter((each) => each !== line))
    const also = more.size === 0 ? '' : ` (there are more errors in line ${[...more].slice(0, 10).join(', ')})`
    throw new ContractError('document-not-parsable', {
      what: (fault.message.includes('call stack') ? 'the file is nested too deeply' : fault.message) + also,
      where: `${name}:${line}:${col}`,
      next: 'correct the YAML or JSON at this position',
    })
  }
  // A file that contains only comments has no `contents`.
  if (parsed.contents === null) throw empty
  const value = toJavaScript(parsed, name)
  const unusable = findNonJsonValue(value)
  if (unusable !== undefined) {
    const { line, column } = positionOf(parsed, lines, unusable.at)
    throw new ContractError('document-not-parsable', {
      what: unusable.what,
      where: `${name}:${line}:${column}`,
      next: 'write a value that JSON can express: an OpenAPI document cannot contain other values',
    })
  }
  return { value: value as Json, positionOf: (at) => positionOf(parsed, lines, at) }
}

function toJavaScript(parsed: YamlDocument.Parsed, name: string): unknown {
  try {
    return parsed.toJS({
      maxAliasCount: 1000,
      ...(parsed.options.intAsBigInt === true
        ? { reviver: (_key: unknown, value: unknown) => (typeof value === 'bigint' ? smallestNumber(value) : value) }
        : {}),
    })
  } catch (error) {
    throw new ContractError('document-not-parsable', {
      what: String(error),
      where: name,
      next: 'use fewer YAML aliases',
    })
  }
}

function positionOf(parsed: YamlDocument.Parsed, lines: LineCounter, at: string): { line: number; column: number } {
  for (let path = at; ; path = parentOf(path)) {
    const offset = offsetOf(parsed, tokens(path))
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset)
      return { line, column: col }
    }
    if (path === '') return { line: 1, column: 1 }
  }
}

/** Returns the offset in the text of the key or array item to which `path` leads. */
function offsetOf(parsed: YamlDocument.Parsed, path: readonly string[]): number | undefined {
  let node: unknown = parsed.contents
  let offset: number | undefined = parsed.contents?.range?.[0]
  for (const token of path) {
    if (isAlias(node)) node = node.resolve(parsed)
    if (isMap(node)) {
      const pair = pairsOf(node).get(token)
      if (pair === undefined) return undefined
      offset = rangeOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(token)]
      if (node === undefined) return undefined
      offset = rangeOf(node) ?? offset
    } else return undefined
  }
  return offset
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** Returns the pairs of a map by key. For a repeated key, the first pair is used. Cached, because maps may be long. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const already = known.get(map)
  if (already !== undefined) return already
  const pairs = new Map([...map.items].reverse().map((item) => [keyOf(item.key), item]))
  known.set(map, pairs)
  return pairs
}

function keyOf(key: unknown): string {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key)
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  return typeof node.range[0] === 'number' ? node.range[0] : undefined
}
