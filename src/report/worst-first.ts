import type { Level } from '../rules/rule.ts'
import type { FindingReport, Report, RunReport } from './report.ts'

const RANK: Readonly<Record<Level, number>> = { error: 0, assumption: 1, drift: 2 }

/** A finding with the run that it belongs to. */
export interface PlacedFinding {
  readonly run: RunReport
  readonly finding: FindingReport
}

/**
 * Findings in the one order of every report: errors, then disproved assumptions, then drift; within a level what was
 * seen most often; then by place in the document, so that the order never depends on scheduling.
 */
export function worstFirst(findings: readonly FindingReport[]): FindingReport[] {
  return findings.toSorted(compareFindings)
}

/** Every finding of every run, worst first over all of them. */
export function listFindings(report: Pick<Report, 'runs'>): PlacedFinding[] {
  return report.runs
    .flatMap((run) => run.findings.map((finding) => ({ run, finding })))
    .toSorted((one, other) => compareFindings(one.finding, other.finding))
}

function compareFindings(one: FindingReport, other: FindingReport): number {
  return (
    RANK[one.level] - RANK[other.level] ||
    other.count - one.count ||
    compareTexts(one.definedAt.file, other.definedAt.file) ||
    one.definedAt.line - other.definedAt.line ||
    one.definedAt.column - other.definedAt.column ||
    compareTexts(one.rule, other.rule) ||
    compareTexts(one.fingerprint, other.fingerprint)
  )
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
