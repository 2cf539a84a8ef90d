import type { Baseline, KnownFailure, KnownFailures } from '../../report/baseline/baseline.ts'
import { failureKey } from '../../report/baseline/failures-of.ts'
import { nearestWord } from '../../document/nearest-word.ts'
import { isArray, type Json } from '../../json.ts'
import { rules } from '../../rules/rules.ts'
import { readEntryFile, type EntryFile } from '../entries.ts'

/** The version of the baseline file format that this program reads and writes. */
export const BASELINE_VERSION = 1

const ENTRY_KEYS = [
  'operation',
  'clause',
  'rule',
  'reason',
  'owner',
  'first-seen',
  'last-seen',
  'expires',
  'case',
] as const

/** Reads the baseline file that `--baseline` names. Throws `bad-baseline` with the line of the invalid entry. */
export function readBaseline(path: string): Baseline {
  const next = 'docs/baseline.md describes the file, and --baseline-update writes it'
  const file = readEntryFile(path, { code: 'bad-baseline', next })
  const whole = file.map(file.value, '', ['schemaVersion', 'runs'])
  const version = whole['schemaVersion']
  if (version !== BASELINE_VERSION) {
    const given = version === undefined ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(version)}`
    throw file.bad(`the file has ${given}, but this tool reads schemaVersion ${BASELINE_VERSION}`, '/schemaVersion')
  }
  const runs = listAt(whole['runs'], '/runs', file).map((each, index) => readRun(each, `/runs/${index}`, file))
  checkUnique(runs, ({ api, target }) => `${api} on ${target}`, '/runs', file)
  return { file: path, runs }
}

function readRun(value: Json, at: string, file: EntryFile): KnownFailures {
  const run = file.map(value, at, ['api', 'target', 'document', 'failures'])
  const [api, target, document] = [file.text(run, 'api', at), run['target'], file.text(run, 'document', at)]
  if (target !== 'mock' && target !== 'sandbox' && target !== 'live') {
    throw file.bad('`target` of an entry must be mock, sandbox or live', `${at}/target`)
  }
  const list = listAt(run['failures'], `${at}/failures`, file)
  const failures = list.map((each, index) => readFailure(each, `${at}/failures/${index}`, file))
  checkUnique(failures, failureKey, `${at}/failures`, file)
  return { api, target, document, failures }
}

function readFailure(value: Json, at: string, file: EntryFile): KnownFailure {
  const entry = file.map(value, at, ENTRY_KEYS)
  const text = (key: (typeof ENTRY_KEYS)[number]): string => file.text(entry, key, at)
  const date = (key: (typeof ENTRY_KEYS)[number]): string => file.date(entry, key, at)
  const [operation, clause, rule] = [text('operation'), text('clause'), text('rule')]
  const ids = rules.map(({ id }) => id)
  if (!ids.includes(rule)) {
    const near = nearestWord(rule, ids)
    const hint = near === undefined ? ' (see contract-gate rules)' : `: did you mean \`${near}\`?`
    throw file.bad(`there is no rule \`${rule}\`${hint}`, `${at}/rule`)
  }
  if (clause !== operation && !clause.startsWith(`${operation}/`)) {
    throw file.bad(`the clause \`${clause}\` does not begin with the operation \`${operation}\``, `${at}/clause`)
  }
  const [firstSeen, lastSeen] = [date('first-seen'), date('last-seen')]
  if (lastSeen < firstSeen) throw file.bad('`last-seen` is before `first-seen`', `${at}/last-seen`)
  return {
    operation,
    clause,
    rule,
    reason: text('reason'),
    owner: text('owner'),
    firstSeen,
    lastSeen,
    expires: date('expires'),
    ...(entry['case'] === undefined ? {} : { case: text('case') }),
    line: file.lineOf(at),
  }
}

/** Returns a list from the file. If the list is missing or null, returns an empty list. */
function listAt(value: Json | undefined, at: string, file: EntryFile): readonly Json[] {
  if (value === undefined || value === null) return []
  if (isArray(value)) return value
  throw file.bad(`\`${at.slice(at.lastIndexOf('/') + 1)}\` is not a list`, at)
}

/**
 * Throws if two items have the same key. The error is reported at the second item, and also names the line of the first
 * one.
 */
function checkUnique<Item>(items: readonly Item[], keyOf: (item: Item) => string, at: string, file: EntryFile): void {
  const keys = items.map(keyOf)
  const second = keys.findIndex((key, index) => keys.indexOf(key) < index)
  if (second === -1) return
  const first = keys.indexOf(keys[second] ?? '')
  const what = `the entry of ${keys[second]} is a duplicate of the one in line ${file.lineOf(`${at}/${first}`)}`
  throw file.bad(what, `${at}/${second}`)
}
