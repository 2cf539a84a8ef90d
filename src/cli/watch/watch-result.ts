import { createColors } from 'picocolors'
import { printFindings } from '../../report/formats/text.ts'
import type { RunReport } from '../../report/report.ts'
import { VERDICTS } from '../../report/states.ts'
import { visible } from '../../report/visible.ts'
import { printDocumentFindings } from '../../validation/print-document-findings.ts'
import type { SpecFolder } from '../apis.ts'
import type { WatchResult } from './watch-api.ts'

/** Returns the text that shows the result of a check. Findings are at the end, right above the cursor. */
export function printWatchResult(
  api: SpecFolder,
  result: WatchResult,
  page: { readonly color: boolean; readonly width: number },
): string {
  const colors = createColors(page.color)
  const { failure, documentFindings, written, run, unchanged, at } = result
  const seconds = `${(result.milliseconds / 1000).toFixed(1)} s`
  const title = colors.bold(`${api.name}  ${api.document}`)
  if (failure !== undefined) return `${title}  ${colors.dim(seconds)}\n\n${colors.red(failure)}\n`
  const errors = documentFindings.filter(({ level }) => level === 'error').length
  const warnings = documentFindings.length - errors
  const lines = [
    `${title}  ${colors.dim(seconds)}`,
    `  document   ${errors === 0 ? '✓ valid' : colors.red(`✗ ${count(errors, 'error')}`)}${warnings === 0 ? '' : `, ${count(warnings, 'warning')}`}`,
    ...(errors > 0 ? ['  mock       not run: fix the document first'] : []),
    ...(written.length === 0 ? [] : [`  generated  ${written.join(', ')}`]),
    ...(run === undefined ? [] : printRun(run, at, page.color)),
    ...[...unchanged].map(([id, { findings, at: lastAt }]) => {
      return `  mock       ${visible(id)} did not change, last result: ${findings.length === 0 ? '✓ no findings' : `✗ ${count(findings.length, 'finding')}`} (run at ${lastAt})`
    }),
  ]
  const documentText = printDocumentFindings(documentFindings, page)
  const findings = run === undefined || run.findings.length === 0 ? '' : printFindings([run], page)
  return [lines.join('\n'), documentText, findings].filter((text) => text !== '').join('\n\n')
}

function printRun(run: RunReport, at: string, color: boolean): string[] {
  const colors = createColors(color)
  const { symbol, word } = VERDICTS[run.verdict]
  const verdict = run.verdict === 'passed' ? colors.green(`${symbol} ${word}`) : colors.red(`${symbol} ${word}`)
  const { exercised, reachable } = run.coverage
  return [
    `  mock       ${verdict}, ${count(run.counts.cases, 'case')}, ${exercised} of ${reachable} checkable clauses (run at ${at})`,
    ...run.because.map((sentence) => `             ${visible(sentence)}`),
  ]
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
