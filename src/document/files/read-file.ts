import { constructFromEvents, EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml'
import { ContractError } from '../../errors.ts'
import type { Json } from '../../json.ts'
import { expandedSize } from './expanded-size.ts'
import { findNonJsonValue } from './find-non-json-value.ts'
import type { ParsedFile, Position } from './parsed-file.ts'
import { findPositions, startOf } from './positions.ts'
import { readJson } from './read-json.ts'
import { listSyntaxErrors } from './syntax-errors.ts'
import { VALUES } from './yaml-values.ts'

/** The maximum depth of a document. Public documents are less deep, and the call stack allows a greater depth. */
const PARSING = { maxDepth: 500 }

/**
 * The maximum number of values in a file with YAML aliases, including all copies that the aliases make. For a large
 * file, the limit is ten times the number of parser events. Also the maximum number of keys that `<<` merges.
 */
const MOST_VALUES = 100_000

/** Matches a text that may contain `.inf`, `.nan` or a number that is too large for a double. */
const MAY_BE_INFINITE = /\.(?:inf|nan)\b|[\d.]e\+?\d{3}|[\da-f]{250}/i

/** Parses YAML 1.2 or JSON. `name` is the file name for errors. Throws `document-empty` or `document-not-parsable`. */
export function parseFile(text: string, name: string): ParsedFile {
  const json = readJson(text)
  if (json === undefined) return parseYaml(text, name)
  return { value: json, positionOf: findPositions(text, () => parseEvents(text, PARSING)) }
}

function parseYaml(text: string, name: string): ParsedFile {
  const { events, values } = parse(text, name)
  // Throws for a file without a value, such as a file that contains only comments.
  if (values.length === 0) {
    throw new ContractError('document-empty', {
      where: name,
      next: 'write an OpenAPI document into the file, or name another file',
    })
  }
  const value = values[0] as Json
  const positionOf = findPositions(text, () => events)
  const hasAliases = events.some(({ type }) => type === EVENT_ID.ALIAS)
  const unusable = hasAliases || MAY_BE_INFINITE.test(text) ? findNonJsonValue(value) : undefined
  if (unusable !== undefined) {
    const next = 'write a value that JSON can express: an OpenAPI document cannot contain other values'
    throw notParsable(unusable.what, `${name}:${printed(positionOf(unusable.at))}`, next)
  }
  if (hasAliases && expandedSize(value) > Math.max(MOST_VALUES, 10 * events.length))
    throw notParsable('the YAML aliases repeat too many values', name, 'use fewer YAML aliases')
  return { value, positionOf }
}

function parse(text: string, name: string): { readonly events: Event[]; readonly values: readonly unknown[] } {
  try {
    const events = parseEvents(text, PARSING)
    const values = constructFromEvents(events, { source: text, schema: VALUES, maxTotalMergeKeys: MOST_VALUES })
    const second = values.findIndex((value, index) => index > 0 && value !== null)
    if (second > 0)
      YAMLException.throwAt(text, startOfDocument(text, events, second), 'a file may contain only one YAML document')
    return { events, values }
  } catch (error) {
    const [first, ...others] = listSyntaxErrors(text, error)
    const more = new Set(others.map(({ line }) => line).filter((line) => line !== first.line))
    const also = more.size === 0 ? '' : ` (there are more errors in line ${[...more].slice(0, 10).join(', ')})`
    throw notParsable(first.what + also, `${name}:${printed(first)}`, 'correct the YAML or JSON at this position')
  }
}

/** Returns the offset of the value of a YAML document. `index` is the number of the YAML document in the file. */
function startOfDocument(text: string, events: readonly Event[], index: number): number {
  const starts = [...events.keys()].filter((at) => events[at]?.type === EVENT_ID.DOCUMENT)
  return startOf(text, events[(starts[index] ?? 0) + 1]) ?? 0
}

function notParsable(what: string, where: string, next: string): ContractError {
  return new ContractError('document-not-parsable', { what, where, next })
}

function printed({ line, column }: Position): string {
  return `${line}:${column}`
}
