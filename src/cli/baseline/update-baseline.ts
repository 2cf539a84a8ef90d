import { Document, isMap, isScalar, isSeq, parseDocument, YAMLSeq, type YAMLMap } from 'yaml'
import { failureKey, failuresOf } from '../../report/baseline/failures-of.ts'
import { isFailure } from '../../report/is-failure.ts'
import type { FindingReport, RunReport } from '../../report/report.ts'
import { BASELINE_VERSION } from './read-baseline.ts'

/** The number of days for which a new entry is valid. */
const VALID_DAYS = 90

const HEADER =
  ' Known failures, which do not make the gate fail: contract-gate gate --baseline FILE (docs/baseline.md).\n' +
  ' Write a reason and an owner into each entry.'

/** The new text of a baseline file, and how many entries were added and how many were fixed. */
export interface UpdatedBaseline {
  readonly text: string
  readonly added: number
  readonly fixed: number
}

/**
 * Updates the text of a baseline file with the results of runs. Adds entries without a reason for new failures. Sets
 * `last-seen` of entries that still fail. Turns entries that no longer fail into comments. Keeps all comments and
 * everything that a person wrote. `text` is undefined if the file does not exist.
 */
export function updateBaseline(
  text: string | undefined,
  runs: readonly RunReport[],
  { today, strict }: { readonly today: string; readonly strict: boolean },
): UpdatedBaseline {
  const document = text === undefined ? emptyBaseline() : parseDocument(text, { merge: true })
  const sections = listIn(document.contents as YAMLMap, 'runs')
  let [added, fixed] = [0, 0]
  for (const run of runs) {
    const failures = newFailures(run, { today, strict })
    const known = sections.items.find(
      (each) => isMap(each) && each.get('api') === run.api && each.get('target') === run.target,
    )
    if (known === undefined && failures.length === 0) continue
    const section = isMap(known) ? known : addSection(document, sections, run)
    const list = listIn(section, 'failures')
    fixed += updateEntries(list, run, today)
    for (const failure of failures) list.add(document.createNode(failure))
    if (failures.length > 0) list.flow = false
    added += failures.length
  }
  const printed = document.toString({ lineWidth: 0 })
  return { text: text?.includes('\r\n') === true ? printed.replaceAll('\n', '\r\n') : printed, added, fixed }
}

function emptyBaseline(): Document {
  const document = new Document({ schemaVersion: BASELINE_VERSION, runs: [] })
  document.commentBefore = HEADER
  return document
}

/** Returns the list under a key of a YAML map. If the key is missing, adds an empty list first. */
function listIn(map: YAMLMap, key: string): YAMLSeq {
  const own = map.get(key, true)
  if (isSeq(own)) return own
  const list = new YAMLSeq()
  // If the key has an empty value, the new list replaces this value and keeps its comments.
  if (isScalar(own)) list.commentBefore = own.commentBefore ?? own.comment ?? null
  map.set(key, list)
  return list
}

function addSection(document: Document, sections: YAMLSeq, { api, target, document: { title } }: RunReport): YAMLMap {
  const section = document.createNode({ api, target, document: title, failures: [] }) as unknown as YAMLMap
  sections.add(section)
  sections.flow = false
  return section
}

/**
 * Sets `last-seen` of entries that still fail to `today`, and turns fixed entries into comments. Returns the number of
 * entries that became comments.
 */
function updateEntries(list: YAMLSeq, { baseline }: RunReport, today: string): number {
  const states = new Map(baseline?.entries.map((each) => [failureKey(each), each.state]))
  const kept: unknown[] = []
  let comment = ''
  let fixed = 0
  for (const item of list.items) {
    const state = isMap(item)
      ? states.get(failureKey({ clause: String(item.get('clause')), rule: String(item.get('rule')) }))
      : undefined
    if (isMap(item) && (state === 'failing' || state === 'expired')) item.set('last-seen', today)
    if (isMap(item) && state === 'fixed' && !hasAnchor(item)) {
      comment += `${asComment(item, today)}\n`
      fixed += 1
      continue
    }
    if (isMap(item) && comment !== '') item.commentBefore = comment + (item.commentBefore ?? '')
    if (isMap(item)) comment = ''
    kept.push(item)
  }
  list.items = kept
  const end = comment.trimEnd()
  if (end !== '' && kept.length > 0) list.comment = [list.comment, end].filter(Boolean).join('\n')
  if (end !== '' && kept.length === 0) list.commentBefore = [list.commentBefore, end].filter(Boolean).join('\n')
  return fixed
}

/**
 * True if the entry has a YAML anchor. Such an entry must not be removed, because an alias elsewhere may refer to it.
 */
function hasAnchor(item: YAMLMap): boolean {
  return /(^|[\s{[,:])&\w/m.test(String(new Document(item)))
}

function asComment(item: YAMLMap, today: string): string {
  const { commentBefore } = item
  const copy = item.clone() as YAMLMap
  copy.commentBefore = null
  const document = new Document([])
  document.contents = copy as unknown as typeof document.contents
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n')
  return [
    ...(commentBefore == null ? [] : [commentBefore]),
    ` Fixed, ${today}:`,
    ...lines.map((line, index) => ` ${index === 0 ? '- ' : '  '}${line}`),
  ].join('\n')
}

/** Returns a baseline entry for each new failure that makes the run fail. */
function newFailures(
  { findings, cases, clauses, baseline }: RunReport,
  { today, strict }: { readonly today: string; readonly strict: boolean },
): object[] {
  const known = new Set(baseline?.entries.map(failureKey))
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + VALID_DAYS * 86_400_000).toISOString().slice(0, 10)
  return findings
    .filter((finding) => isFailure(finding, strict))
    .flatMap((finding) => failuresOf([finding]).map((failure) => ({ failure, finding })))
    .filter(({ failure }) => {
      const isNew = !known.has(failureKey(failure))
      known.add(failureKey(failure))
      return isNew
    })
    .map(({ failure: { clause, rule }, finding }) => {
      const operation = clauses.find(({ id }) => id === clause)?.operation ?? operationOf(clause, finding, cases)
      const shownBy = firstCase(finding)
      const isOfOperation = cases.some((each) => each.path === shownBy && each.operation === operation)
      return {
        operation,
        clause,
        rule,
        reason: '',
        owner: '',
        'first-seen': today,
        'last-seen': today,
        expires,
        ...(isOfOperation ? { case: shownBy } : {}),
      }
    })
}

/**
 * Returns the case that first showed a finding. If the request was shrunk, this is the original case, because the
 * shrunk case is not in the plan.
 */
function firstCase(finding: FindingReport): string {
  return finding.shrunk?.from ?? finding.case
}

/**
 * Returns the operation of a clause. Works also for a clause that is not in the report, such as one about an
 * undocumented method.
 */
function operationOf(clause: string, { operation }: FindingReport, cases: RunReport['cases']): string {
  if (clause === operation || clause.startsWith(`${operation}/`)) return operation
  const ids = [...new Set(cases.map((each) => each.operation))].filter(
    (id) => clause === id || clause.startsWith(`${id}/`),
  )
  return ids.toSorted((one, other) => other.length - one.length)[0] ?? operation
}
