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
import type { Json } from '../json.ts'
import { findNonJsonValue } from './find-non-json-value.ts'
import { parentOf, tokens } from './json-pointer.ts'

/** One file of a document: its value, and where each part of it stands in the text. */
export interface ParsedFile {
  readonly value: Json
  readonly positionOf: (pointer: string) => { readonly line: number; readonly column: number }
}

/** Parses YAML 1.2 or JSON. `name` is for the errors. */
export function parseFile(text: string, name: string): ParsedFile {
  const empty = new ContractError('document-empty', { where: name, next: 'write an OpenAPI 3.1 document into it' })
  if (text.trim() === '') throw empty
  const lines = new LineCounter()
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
    // Every other reader of OpenAPI takes `<<` for a merge key, and no tag for anything but its text.
    merge: true,
    resolveKnownTags: false,
  })
  const fault = parsed.errors[0]
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0])
    throw new ContractError('document-not-parsable', {
      what: fault.message.includes('call stack') ? 'it is nested too deeply to be read' : fault.message,
      where: `${name}:${line}:${col}`,
      next: 'mend the YAML or JSON there',
    })
  }
  // Nothing but comments.
  if (parsed.contents === null) throw empty
  const value = toJavaScript(parsed, name)
  const alien = findNonJsonValue(value)
  if (alien !== undefined) {
    const { line, column } = positionOf(parsed, lines, alien.at)
    throw new ContractError('document-not-parsable', {
      what: alien.what,
      where: `${name}:${line}:${column}`,
      next: 'say it as JSON could: an OpenAPI document holds nothing else',
    })
  }
  return { value: value as Json, positionOf: (at) => positionOf(parsed, lines, at) }
}

function toJavaScript(parsed: YamlDocument.Parsed, name: string): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 1000 })
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

/** Where the last token's key begins, or the item of a list. */
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

/** The pairs of a map by their keys, of one that is there twice the first: found once, because maps may be long. */
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
