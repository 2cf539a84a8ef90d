import { weightOf } from '../rules/find-rule.ts'
import { WEIGHTS } from '../rules/rule.ts'
import type { FindingLevel, FindingReport, Report, RunReport } from './report.ts'

const RANK: Readonly<Record<FindingLevel, number>> = { error: 0, warning: 1, assumption: 2, drift: 3 }

/** A finding, and the run in which it was found. */
export interface PlacedFinding {
  readonly run: RunReport
  readonly finding: FindingReport
}

/**
 * Sorts findings for all reports by level, weight of the rule, number of times seen, and place in the document. Known
 * failures come last. The order does not depend on which case ended first.
 */
export function worstFirst(findings: readonly FindingReport[]): FindingReport[] {
  return findings.toSorted(compareFindings)
}

/** Lists the findings of all runs, the worst first. */
export function listFindings(report: Pick<Report, 'runs'>): PlacedFinding[] {
  return report.runs
    .flatMap((run) => run.findings.map((finding) => ({ run, finding })))
    .toSorted((one, other) => compareFindings(one.finding, other.finding))
}

function compareFindings(one: FindingReport, other: FindingReport): number {
  return (
    Number(isKnown(one)) - Number(isKnown(other)) ||
    RANK[one.level] - RANK[other.level] ||
    weightIn(one) - weightIn(other) ||
    other.count - one.count ||
    byCodeUnits(one.definedAt.file, other.definedAt.file) ||
    one.definedAt.line - other.definedAt.line ||
    one.definedAt.column - other.definedAt.column ||
    byCodeUnits(one.rule, other.rule) ||
    byCodeUnits(one.fingerprint, other.fingerprint)
  )
}

function weightIn({ rule, exchange: { answer } }: FindingReport): number {
  return WEIGHTS.indexOf(weightOf(rule, 'status' in answer ? answer.status : undefined))
}

/** Compares two texts by their UTF-16 code units, for sorting. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** True if the baseline lists the finding, so that the run does not fail because of it. */
export function isKnown({ baseline }: FindingReport): boolean {
  return baseline?.state === 'known'
}
