import type { Document } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Change } from './change.ts'
import { diffDocuments } from './diff-documents.ts'
import { LEVELS, REQUIRES, type ChangeLevel, type VersionPart } from './levels.ts'
import { pairOperations } from './pair-operations.ts'
import { isRaisedEnough, nextVersion, raisedPart } from './version.ts'
import { applyWaivers, waiverProblems, type Waiver } from './waivers.ts'

/** A compared document: its version, and its name in the report. */
export interface ComparedDocument {
  readonly name: string
  readonly title: string
  readonly version: string
}

/** The changes between two documents, and whether the version number of the new document is high enough for them. */
export interface DiffReport {
  readonly base: ComparedDocument
  readonly head: ComparedDocument
  readonly changes: readonly Change[]
  readonly counts: Readonly<Record<ChangeLevel, number>>
  /** The part of `info.version` that must be raised, and the resulting version. Absent if there are no changes. */
  readonly requires?: { readonly part: VersionPart; readonly version: string }
  readonly verdict: 'passed' | 'failed'
  /** The reasons for the verdict `failed`. */
  readonly because: readonly string[]
}

/** Two documents to compare, and their names in the report. */
export interface DiffInput {
  readonly base: { readonly document: Document; readonly name: string }
  readonly head: { readonly document: Document; readonly name: string }
}

/**
 * Compares pairs of documents. The verdict is `failed` if a breaking change has no waiver and `info.version` was not
 * raised as required. If a waiver has expired or matches no change, the verdict of the last pair is also `failed`.
 * `today` is in ISO 8601. Throws `documents-unrelated`.
 */
export function makeDiffReports(
  inputs: readonly DiffInput[],
  { waivers, today }: { readonly waivers: readonly Waiver[]; readonly today: string },
): DiffReport[] {
  const reports = inputs.map((input) => makeDiffReport(input, waivers, today))
  const problems = waiverProblems(
    reports.flatMap(({ changes }) => changes),
    waivers,
    today,
  )
  const last = reports.at(-1)
  if (last === undefined || problems.length === 0) return reports
  return [...reports.slice(0, -1), { ...last, verdict: 'failed', because: [...last.because, ...problems] }]
}

function makeDiffReport({ base, head }: DiffInput, waivers: readonly Waiver[], today: string): DiffReport {
  checkRelated(base.document, head.document)
  const changes = applyWaivers(diffDocuments(base.document, head.document, { today }), waivers, today)
  const open = changes.filter(({ waived }) => waived === undefined)
  const worst = LEVELS.find((level) => open.some((each) => each.level === level))
  const part = worst === undefined ? undefined : REQUIRES[worst]
  const [from, to] = [base.document.version, head.document.version]
  const version = part === undefined ? '' : nextVersion(from, part)
  const isUndeclared = worst === 'breaking' && !isRaisedEnough(raisedPart(from, to), 'major')
  return {
    base: named(base),
    head: named(head),
    changes,
    counts: countLevels(changes),
    ...(part === undefined ? {} : { requires: { part, version } }),
    verdict: isUndeclared ? 'failed' : 'passed',
    because: isUndeclared
      ? [
          `A change is breaking, but \`info.version\` is ${to} after ${from}: make it ${version}, or make the change compatible.`,
        ]
      : [],
  }
}

function countLevels(changes: readonly Change[]): Record<ChangeLevel, number> {
  const count = (level: ChangeLevel): number => changes.filter((each) => each.level === level).length
  return {
    breaking: count('breaking'),
    dangerous: count('dangerous'),
    compatible: count('compatible'),
    text: count('text'),
  }
}

function named({ document, name }: DiffInput['base']): ComparedDocument {
  return { name, title: document.title, version: document.version }
}

/** Throws `documents-unrelated` if two documents have different titles and no operation in common. */
function checkRelated(base: Document, head: Document): void {
  if (base.title === head.title) return
  const [mine, theirs] = [listOperations(base), listOperations(head)]
  if (mine.length === 0 || theirs.length === 0 || pairOperations(mine, theirs).pairs.length > 0) return
  throw new ContractError('documents-unrelated', {
    what: `\`${base.title}\` and \`${head.title}\` have no operation in common`,
    where: `${base.file} and ${head.file}`,
    next: 'give two versions of the same document',
  })
}
