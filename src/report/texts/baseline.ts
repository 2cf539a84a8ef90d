import type { BaselineEntryReport, FindingReport, RunReport } from '../report.ts'

/** An entry of the baseline file, and the sentence about it that is printed. */
export interface BaselineSentence {
  readonly entry: BaselineEntryReport
  readonly sentence: string
}

/** Returns a sentence with advice for each baseline entry that makes the gate fail. */
export function baselineProblems(run: Pick<RunReport, 'baseline'>): BaselineSentence[] {
  return sentencesOf(run, ({ state }) => state !== 'failing' && state !== 'not-judged')
}

/** Returns a sentence for each baseline entry that the run could not judge, with the reason. */
export function baselineNotes(run: Pick<RunReport, 'baseline'>): BaselineSentence[] {
  return sentencesOf(run, ({ state }) => state === 'not-judged')
}

function sentencesOf(
  { baseline }: Pick<RunReport, 'baseline'>,
  isWanted: (entry: BaselineEntryReport) => boolean,
): BaselineSentence[] {
  if (baseline === undefined) return []
  return baseline.entries.filter(isWanted).map((entry) => {
    const { clause, rule, line } = entry
    const sentence = `${baseline.file}:${line}: the known failure of ${clause} (${rule}) ${SENTENCES[entry.state](entry)}`
    return { entry, sentence }
  })
}

const SENTENCES: Readonly<Record<BaselineEntryReport['state'], (entry: BaselineEntryReport) => string>> = {
  failing: () => 'still fails',
  expired: ({ expires, owner }) => `expired on ${expires}: ask ${owner}, then fix the failure or renew the entry`,
  fixed: ({ because }) => `no longer fails: ${because === undefined ? '' : `${because} `}remove the entry`,
  'never-run': ({ because = '' }) => `was not tested: ${because}; include it in the run, or remove the entry`,
  'unknown-clause': ({ because = 'correct the clause, or remove the entry' }) =>
    `was not tested, because the document has no such clause: ${because}`,
  'not-judged': ({ because = '' }) => `was not judged in this run: ${because}`,
}

/** Describes a known failure: `known failure until 2026-01-05: waiting for release 4 (Ada)`. */
export function knownPhrase({ baseline }: FindingReport): string {
  const { state, reason = '', owner = '', expires = '' } = baseline ?? { state: 'new' }
  if (state === 'new') return 'new: not in the baseline'
  return state === 'known'
    ? `known failure until ${expires}: ${reason} (${owner})`
    : `known failure, expired on ${expires}: ${reason} (${owner})`
}
