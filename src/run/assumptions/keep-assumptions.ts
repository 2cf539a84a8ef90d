import { existsSync, readFileSync } from 'node:fs'
import { ContractError } from '../../errors.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { AssumptionRecord, RunReport } from '../../report/report.ts'

/**
 * The results of earlier runs for each assumption of an API. The key is the id of an assumed clause, or the id of a
 * case whose scenario is assumed.
 */
export type AssumptionRecords = Readonly<Record<string, AssumptionRecord>>

/**
 * Reads the results of earlier runs. Returns an empty object if the file is missing. Throws `report-unreadable` for
 * other content.
 */
export function readAssumptions(file: string): AssumptionRecords {
  if (!existsSync(file)) return {}
  const assumptions = parsed(readFileSync(file, 'utf8'))
  if (assumptions !== undefined && Object.values(assumptions).every(isRecord)) return assumptions as AssumptionRecords
  throw new ContractError('report-unreadable', {
    what: 'the file does not contain assumptions',
    where: file,
    next: 'restore the file from version control. If you delete it instead, the results of earlier runs are lost, and the next run counts as the first one',
  })
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json
    const assumptions = isObject(value) ? value['assumptions'] : undefined
    return isObject(assumptions) ? assumptions : undefined
  } catch {
    return undefined
  }
}

const STATES = ['confirmed', 'disproved', 'never-shown']

function isRecord(value: Json): boolean {
  if (!isObject(value) || !STATES.some((state) => state === value['state'])) return false
  return (
    value['state'] === 'never-shown' || ['first', 'last', 'document'].every((key) => typeof value[key] === 'string')
  )
}

/**
 * Adds the results of a run. `first` and `last` are the dates of the first and the last run with the same result. The
 * dates come from the run clock. An assumption that the run did not test keeps its result. An assumption that the
 * document no longer contains is removed.
 */
export function addRun(records: AssumptionRecords, run: RunReport): AssumptionRecords {
  const date = new Date(run.now).toISOString().slice(0, 10)
  const entries = (run.assumptions ?? []).map(({ id, state }): [string, AssumptionRecord] => {
    const known = Object.hasOwn(records, id) ? records[id] : undefined
    if (state === 'never-shown') return [id, known ?? { state }]
    const first = known?.state === state ? (known.first ?? date) : date
    return [id, { state, first, last: date, document: run.document.version }]
  })
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Returns the text of the file. It contains ids, results, dates and versions, but no values from a server. */
export function printAssumptions(api: string, records: AssumptionRecords): string {
  return `${JSON.stringify({ api, assumptions: records }, undefined, 2)}\n`
}

/** Returns a copy of the run in which each assumption has the results of earlier runs. */
export function withRecords(run: RunReport, records: AssumptionRecords): RunReport {
  const assumptions = (run.assumptions ?? []).map((each) => {
    const record = records[each.id]
    return record === undefined ? each : { ...each, record }
  })
  return { ...run, assumptions }
}
