import { createRequire } from 'node:module'
import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml'
import type * as Yaml from 'yaml'
import type { Position } from './parsed-file.ts'

/** A syntax error in YAML or JSON. */
export interface SyntaxFault extends Position {
  readonly what: string
}

/**
 * Returns the syntax errors of a text that js-yaml rejected with `error`. Gets them from the package `yaml`, which is
 * slower than js-yaml but continues after an error. If `yaml` finds no error, returns only `error`.
 */
export function listSyntaxErrors(text: string, error: unknown): readonly [SyntaxFault, ...SyntaxFault[]] {
  if (isTooDeep(error)) return [describe(error)]
  if (error instanceof YAMLException && error.reason.includes('complex keys')) return [complexKey(text)]
  // Loads the package only after an error, because loading it is slow.
  const { LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof Yaml
  const lines = new LineCounter()
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', merge: true })
  const faults = errors.map(({ message, pos }): SyntaxFault => {
    const { line, col } = lines.linePos(pos[0])
    return { what: message, line, column: col }
  })
  const [first, ...others] = faults
  return first === undefined ? [describe(error)] : [first, ...others]
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/maxDepth/, 'the file is nested too deeply'],
  [/duplicated mapping key/, 'keys must be unique'],
  [/maxTotalMergeKeys/, 'the merge keys (`<<`) copy too many properties'],
  [/cannot merge/, 'the value of `<<` must be an object, or a list of objects'],
]

function isTooDeep(error: unknown): boolean {
  return error instanceof YAMLException && error.reason.includes('maxDepth')
}

function describe(error: unknown): SyntaxFault {
  if (!(error instanceof YAMLException)) throw error
  const { reason, mark } = error
  const what = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason
  return { what, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 }
}

/** Finds the first key that is an object or list. Such a key is an error, which js-yaml reports without a position. */
function complexKey(text: string): SyntaxFault {
  const open: { readonly type: Event['type']; children: number }[] = []
  let offset = 0
  for (const event of parseEvents(text, { maxDepth: Number.POSITIVE_INFINITY })) {
    const parent = open.at(-1)
    if (event.type === EVENT_ID.POP) open.pop()
    else if (parent !== undefined) parent.children++
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      offset = event.start
      if (parent?.type === EVENT_ID.MAPPING && parent.children % 2 === 1) break
    }
    if ([EVENT_ID.DOCUMENT, EVENT_ID.MAPPING, EVENT_ID.SEQUENCE].some((type) => type === event.type))
      open.push({ type: event.type, children: 0 })
  }
  const before = text.slice(0, offset).split('\n')
  return {
    what: 'a key must be a text: write text that begins with `{` or `[` in quotation marks',
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  }
}
