import { EVENT_ID, getScalarValue, load, SCALAR_STYLE, type Event } from 'js-yaml'
import { asText, type Json } from '../../json.ts'
import { tokens } from '../json-pointer.ts'
import type { Position } from './parsed-file.ts'
import { VALUES } from './yaml-values.ts'

/**
 * Returns a function that finds the position of a value by its JSON Pointer. The position is that of the key of the
 * value or, for an array item, that of the item itself. If no value exists at the pointer, the function finds the
 * position of the nearest parent that exists. `parse` returns the events of the YAML parser, and is called on first
 * use.
 */
export function findPositions(text: string, parse: () => readonly Event[]): (pointer: string) => Position {
  let nodes: Nodes | undefined
  let lines: readonly number[] | undefined
  return (pointer) => {
    nodes ??= nodesIn(text, parse())
    lines ??= startsOfLines(text)
    // The first event is the start of the file. The second event is the start of the value.
    let at = 1
    let offset = nodes.startOf(at) ?? 0
    for (const token of tokens(pointer)) {
      const child = nodes.childrenOf(at).get(token)
      if (child === undefined) break
      offset = nodes.startOf(child.key ?? child.value) ?? offset
      at = child.value
    }
    return positionAt(offset, lines)
  }
}

/** A property of an object, or an item of an array. `key` and `value` are indexes in the list of parser events. */
interface Child {
  /** The index of the event of the key. Undefined for an array item. */
  readonly key?: number
  readonly value: number
}

interface Nodes {
  /**
   * Returns the offset in the text at which a parser event begins. Returns undefined for an event without text, such as
   * the event of an empty value.
   */
  startOf(at: number): number | undefined
  /** Returns the properties or items of the value whose first event is given. */
  childrenOf(at: number): ReadonlyMap<string, Child>
}

function nodesIn(text: string, events: readonly Event[]): Nodes {
  // For each event, the index of the next event at the same depth.
  const next = new Int32Array(events.length)
  const aliases = new Map<number, number>()
  const anchors = new Map<string, number>()
  const open: number[] = []
  for (const [at, event] of events.entries()) {
    next[at] = at + 1
    if (event.type === EVENT_ID.POP) next[open.pop() ?? 0] = at + 1
    else if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd))
      if (target !== undefined) aliases.set(at, target)
    } else {
      if (event.type !== EVENT_ID.SCALAR) open.push(at)
      if (event.type !== EVENT_ID.DOCUMENT && event.anchorStart !== -1)
        anchors.set(text.slice(event.anchorStart, event.anchorEnd), at)
    }
  }
  const list = (at: number): ReadonlyMap<string, Child> => {
    const found = new Map<string, Child>()
    const isObject = events[at]?.type === EVENT_ID.MAPPING
    if (!isObject && events[at]?.type !== EVENT_ID.SEQUENCE) return found
    const after = (index: number): number => next[index] ?? events.length
    for (let child = at + 1; after(child) < after(at);) {
      const value = isObject ? after(child) : child
      const name = isObject ? nameOf(text, events[aliases.get(child) ?? child]) : String(found.size)
      found.set(name, isObject ? { key: child, value } : { value })
      child = after(value)
    }
    return found
  }
  const known = new Map<number, ReadonlyMap<string, Child>>()
  return {
    startOf: (at) => startOf(text, events[at]),
    childrenOf: (index) => {
      const at = aliases.get(index) ?? index
      const children = known.get(at) ?? list(at)
      known.set(at, children)
      return children
    },
  }
}

function nameOf(text: string, key: Event | undefined): string {
  if (key?.type !== EVENT_ID.SCALAR) return ''
  const name = getScalarValue(text, key)
  if (key.style !== SCALAR_STYLE.PLAIN) return name
  if (/^(?:~|null|Null|NULL|)$/.test(name)) return ''
  // The name of a numeric key is its value: the key `1.50` has the name "1.5".
  return /^[-+.\d]/.test(name) ? asText(load(name, { schema: VALUES }) as Json) : name
}

/**
 * Returns the offset in the text at which a parser event begins. Returns undefined for an event without text, such as
 * the event of an empty value.
 */
export function startOf(text: string, event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    case EVENT_ID.SCALAR:
      if (event.valueStart === -1) return undefined
      if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart
      // Returns the position of the indicator (`|` or `>`), because the text of a block scalar begins on a later line.
      if (event.style === SCALAR_STYLE.LITERAL_BLOCK) return text.lastIndexOf('|', event.valueStart)
      if (event.style === SCALAR_STYLE.FOLDED_BLOCK) return text.lastIndexOf('>', event.valueStart)
      return event.valueStart - 1
    default:
      return undefined
  }
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function positionAt(offset: number, starts: readonly number[]): Position {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
