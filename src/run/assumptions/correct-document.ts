import { dirname, relative, resolve } from 'node:path'
import { stringify } from 'yaml'
import { readablePointer } from '../../cases/maker.ts'
import type { Document } from '../../document/document.ts'
import { pointer as asPointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { AssumptionReport, ClauseReport, RunReport } from '../../report/report.ts'
import { overlayEditor, type OverlayEditor, type PlaceOnPath } from './overlay-editor.ts'

type Contradiction = NonNullable<AssumptionReport['against']>[number]

/**
 * Returns an OpenAPI Overlay 1.1, as text, that corrects the assumptions that a run disproved. Returns undefined if no
 * assumption was disproved. The overlay only removes assumed parts or makes them allow more. If an assumption cannot be
 * corrected this way, a comment in the overlay says so. `file` is the path of the overlay. If the document already uses
 * an overlay with this path, the actions of that overlay are kept.
 */
export function correctDocument(run: RunReport, document: Document, file: string): string | undefined {
  const disproved = (run.assumptions ?? []).filter(({ state }) => state === 'disproved')
  const root = [...document.written.values()][0]
  if (disproved.length === 0 || root === undefined) return undefined
  const editor = overlayEditor(root)
  const left = disproved.flatMap(({ id, against = [] }) =>
    against
      .filter((each) => !correct({ id, each, run, editor, is31: document.openapi.startsWith('3.1') }))
      .map((each) => ({ id, each })),
  )
  const earlier = document.overlays.find(({ path }) => path === resolve(file))?.written
  const kept = isObject(earlier) && isArray(earlier['actions']) ? earlier['actions'] : []
  const actions = [...kept, ...(editor.actions as unknown as Json[])]
  const nothing = { target: '$.info', update: { 'x-corrections': 'none, see the comments' } }
  const comments = [
    'Corrects the assumptions of the document that a live server contradicted. Use this file with --overlay.',
    ...left.map(
      ({ id, each }) =>
        `Not corrected: ${id}: ${each.rule}, expected ${each.expected}, received ${each.received} (${each.case})`,
    ),
  ]
  const overlay = {
    overlay: '1.1.0',
    info: { title: `Corrections of ${document.title}`, version: document.version },
    extends: relative(dirname(resolve(file)), resolve(document.file)),
    actions: actions.length === 0 ? [nothing] : actions,
  }
  const lines = comments.map((each) => `# ${each.replaceAll(/\s+/g, ' ')}\n`)
  return lines.join('') + stringify(overlay, { lineWidth: 120, aliasDuplicateObjects: false })
}

interface Correction {
  readonly id: string
  readonly each: Contradiction
  readonly run: RunReport
  readonly editor: OverlayEditor
  readonly is31: boolean
}

/**
 * Corrects the document for one response that contradicts an assumption. Returns false if no safe correction is known.
 */
function correct(of: Correction): boolean {
  const { id, each, run } = of
  const clause = run.clauses.find((known) => known.id === id) ?? clauseOfNegative(of)
  const operation = clause?.operation ?? run.cases.find(({ path }) => path === id)?.operation
  const cell = run.cells.find((known) => known.operation === operation)
  const part = /^([^/]+)(\/responses\/4XX|\/x-update\/[^/]+\/[^/]+)$/.exec(id)
  if (part !== null) return correctPart(of, part[1] ?? '', part[2] ?? '')
  if (cell === undefined) return false
  const from = ['paths', cell.path, cell.method.toLowerCase()]
  if (clause === undefined || clause.kind === 'status') return correctScenario(of, from)
  if (clause.kind === 'content-type') return correctContentType(of, clause, from)
  if (clause.kind === 'update') {
    const name = /^\/([^/]+)$/.exec(each.at)?.[1]
    return correctUpdate(of, { operation: clause.operation, field: each.field, name }, from)
  }
  if (clause.kind === 'refuses' && !/^2\d\d$/.test(each.received)) return false
  // For null, only declares the refusal as `open`. The schema is not changed to allow null, because the document would
  // then promise that the server stores null.
  if (clause.kind === 'refuses' && (clause.id !== id || each.negative === 'null')) return openNegative(of, clause, from)
  const isValue = /\/enum\/[^/]*$/.test(clause.pointer)
  if (clause.kind === 'accepts' && !isValue) return false
  return ['keyword', 'enum-member', 'nullable', 'header', 'invariant', 'refuses', 'accepts'].includes(clause.kind)
    ? correctKeyword(of, clause, from)
    : false
}

/**
 * Finds the clause of a negative case by the id of an assumption. Such an assumption concerns only the refusal of one
 * value, not the whole clause.
 */
function clauseOfNegative({ id, each, run }: Correction): ClauseReport | undefined {
  const name = each.negative
  if (name === undefined) return undefined
  return run.clauses.find(
    ({ kind, operation, pointer }) =>
      kind === 'refuses' &&
      id === `${operation.replaceAll(' ', '')}/negative/${readablePointer(pointer + asPointer(name))}`,
  )
}

/** Declares in the overlay that the server may accept the invalid value of a negative case (`open`). */
function openNegative({ each, editor }: Correction, { pointer }: ClauseReport, from: PlaceOnPath['path']): boolean {
  const place = editor.placeOf(from, pointer)
  const [keyword] = place?.rest ?? []
  if (place === undefined || keyword === undefined || each.negative === undefined) return false
  const said = place.value['x-source']
  const others = typeof said === 'string' ? { '*': said } : {}
  const entry = { [`${keyword}/${each.negative}`]: 'open' }
  editor.update(place.path, { 'x-source': { ...others, ...entry } }, `the server accepts ${keyword}/${each.negative}`)
  return true
}

/**
 * Makes a scenario accept the status that the server returned. If only a response value differs, removes the expected
 * values. Returns false if the scenario cannot be corrected.
 */
function correctScenario(of: Correction, from: PlaceOnPath['path']): boolean {
  const { each, editor } = of
  const path = scenarioPath(each, editor, from)
  if (path === undefined) return false
  const [, , expected = '', ...rest] = each.case.split('/')
  const name = rest.join('/')
  if (!/^\d{3}$/.test(each.received)) {
    if (each.at === '' || editor.valueAt([...path, 'then']) === undefined) return false
    editor.remove([...path, 'then'], `the server returns other values in the scenario ${name}`)
    return true
  }
  // If the server accepts a request that it should refuse, the data of the server is unknown afterwards. Therefore
  // removes the scenario.
  if (expected.startsWith('4') && each.received.startsWith('2')) return removeScenario(of, from)
  const seen = `the server returned ${each.received} in the scenario ${name}`
  const accepted = editor.valueAt([...path, 'accept'])
  if (isArray(accepted) && accepted.includes(each.received)) return true
  editor.update(path, { accept: [each.received] }, seen)
  if (editor.valueAt([...from, 'responses', each.received]) === undefined)
    editor.update([...from, 'responses'], { [each.received]: { description: 'Seen on a live server.' } }, seen)
  return true
}

/** Returns the path of a case's scenario in the document. Returns undefined if there is no such scenario. */
function scenarioPath(
  each: Contradiction,
  editor: OverlayEditor,
  from: PlaceOnPath['path'],
): PlaceOnPath['path'] | undefined {
  const [, status, id, name = ''] = /\/scenario\/(\d{3})\/([^/]+)(?:\/([^/]+))?/.exec(each.case) ?? []
  if (status === undefined || id === undefined) return undefined
  const scenarios = editor.valueAt([...from, 'x-scenarios', status])
  const index = isArray(scenarios) ? scenarios.findIndex((known) => isObject(known) && known['id'] === id) : -1
  if (index === -1) return undefined
  const path = [...from, 'x-scenarios', status, index]
  // The last part of a case's path is either the name of an example or a role. If no example has this name, the part is
  // a role.
  const example = [...path, 'examples', name]
  return editor.valueAt(example) === undefined ? path : example
}

function correctContentType(
  { each, editor }: Correction,
  { pointer: at }: ClauseReport,
  from: PlaceOnPath['path'],
): boolean {
  const [, response] = /^(\/responses\/[^/]+)\/content\//.exec(at) ?? []
  if (response === undefined) return false
  const seen = `the server returned ${each.received}`
  editor.inline(from, response, seen)
  const place = editor.placeOf(from, response)
  if (place === undefined || place.rest.length > 0) return false
  // Nothing to do: an earlier correction of this run has removed the content.
  if (place.value['content'] === undefined) return true
  if (each.received === 'no content type') editor.remove([...place.path, 'content'], seen)
  else if (/^[\w.+-]+\/[\w.+-]+$/.test(each.received))
    editor.update([...place.path, 'content'], { [each.received]: {} }, seen)
  else return false
  return true
}

/**
 * Corrects an assumption about a part of an operation. There are two kinds of such assumptions. `responses/4XX`: the
 * operation returns no undocumented 4xx. `x-update/due/status`: an update of `due` leaves `status` unchanged.
 */
function correctPart(of: Correction, operation: string, pointer: string): boolean {
  const { each, editor, run } = of
  const cell = run.cells.find((known) => known.operation === operation)
  if (cell === undefined) return false
  const from = ['paths', cell.path, cell.method.toLowerCase()]
  const [, kind, field = '', name] = pointer.split('/')
  if (kind === 'x-update')
    return name === 'fraction' ? removeScenario(of, from) : correctUpdate(of, { operation, field, name }, from)
  const place = [...from, 'responses']
  if (editor.valueAt([...place, each.received]) === undefined)
    editor.update(
      place,
      { [each.received]: { description: 'Seen on a live server.' } },
      `the server returned ${each.received}`,
    )
  return true
}

function removeScenario({ each, editor }: Correction, from: PlaceOnPath['path']): boolean {
  const path = scenarioPath(each, editor, from)
  if (path === undefined) return false
  editor.remove(path, `the server contradicts the scenario ${each.case}`)
  return true
}

/** Declares with `x-follows` that a response field may change if a certain request field changes. */
function correctUpdate(
  { editor, run }: Correction,
  {
    operation,
    field,
    name,
  }: { readonly operation: string; readonly field: string | undefined; readonly name: string | undefined },
  from: PlaceOnPath['path'],
): boolean {
  if (name === undefined || field === undefined) return false
  const shown = run.clauses.find(
    (known) =>
      known.operation === operation && /^\/responses\/2\d\d\/content\/.*\/schema\/properties\//.test(known.pointer),
  )
  const [, schema] = /^(\/responses\/2\d\d\/content\/[^/]+\/schema)/.exec(shown?.pointer ?? '') ?? []
  const place = schema === undefined ? undefined : editor.placeOf(from, `${schema}/properties/${name}`)
  if (place === undefined || place.rest.length > 0) return false
  const follows = place.value['x-follows']
  if (isArray(follows) && follows.includes(field)) return true
  editor.update(place.path, { 'x-follows': [field] }, `the server changes ${name} with ${field}`)
  return true
}

/**
 * Removes an assumed keyword or list item. Exception: if the keyword is `type` in an OpenAPI 3.1 document, and the type
 * of the received value is known, adds this type to `type`.
 */
function correctKeyword(of: Correction, clause: ClauseReport, from: PlaceOnPath['path']): boolean {
  const { each, editor, run, is31 } = of
  const before = editor.placeOf(from, clause.pointer)
  if (before === undefined) return false
  const seen = `the server contradicts ${clause.pointer.split('/').slice(-2).join('/')}`
  const isShared = run.clauses.some(
    ({ definedAt, source }) =>
      source !== 'assumed' &&
      definedAt.file === clause.definedAt.file &&
      definedAt.pointer === clause.definedAt.pointer,
  )
  if (isShared) editor.inline(from, clause.pointer, seen)
  const place = editor.placeOf(from, clause.pointer)
  if (place === undefined) return false
  const [keyword, item] = place.rest
  // Without a keyword, the pointer leads to a whole object. This is possible only for an invariant.
  if (keyword === undefined) {
    if (clause.kind !== 'invariant') return false
    editor.remove(place.path, seen)
    return true
  }
  const value = place.value[keyword]
  // Nothing to do: an earlier correction of this run has removed the value.
  if (value === undefined) return true
  const type = keyword === 'type' ? typeOf(each) : undefined
  if (type !== undefined && is31) {
    const types = isArray(value) ? value : [value]
    if (types.includes(type)) return true
    editor.remove([...place.path, 'type'], seen)
    editor.update(place.path, { type: [...types, type] }, seen)
    return true
  }
  if (item !== undefined && isArray(value) && keyword !== 'type') {
    const index = value.findIndex((known) => String(known) === item)
    if (index >= 0) editor.remove([...place.path, keyword, index], seen)
    return true
  }
  if (isPromisedInPart(place, keyword)) return openNegative(of, clause, from)
  editor.remove([...place.path, keyword], seen)
  return true
}

/**
 * True if `x-source` names a source other than `assumed` for a part of the keyword, such as `format/naive`. The vendor
 * promises this part, and removing the keyword would remove the promise.
 */
function isPromisedInPart({ value }: PlaceOnPath, keyword: string): boolean {
  const sources = value['x-source']
  if (!isObject(sources)) return false
  return Object.entries(sources).some(([key, source]) => {
    const is = isObject(source) ? source['is'] : source
    return key.startsWith(`${keyword}/`) && is !== 'assumed'
  })
}

const TYPES: readonly (readonly [start: RegExp, type: string])[] = [
  [/^null$/, 'null'],
  [/^<(string|digits|date|date-time|uuid)\b/, 'string'],
  [/^<integer\b/, 'integer'],
  [/^<number\b/, 'number'],
  [/^<boolean\b/, 'boolean'],
  [/^<object\b/, 'object'],
  [/^<array\b/, 'array'],
]

/** Returns the JSON type of the received value. Returns undefined if it is unknown. */
function typeOf({ received }: Contradiction): string | undefined {
  return TYPES.find(([start]) => start.test(received))?.[1]
}
