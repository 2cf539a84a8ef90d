import { visible } from '../../report/visible.ts'
import type { DiffReport } from '../diff-report.ts'
import type { ChangeLevel } from '../levels.ts'
import { countsOf, shownBy, versionOf, whyOf } from './words.ts'

const COMMANDS: Readonly<Record<ChangeLevel, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  compatible: 'notice',
  text: 'notice',
}

/**
 * Prints GitHub workflow commands such as `::error`, one per line. Changes of descriptions and other texts are counted,
 * but not listed.
 */
export function printDiffGithub(reports: readonly DiffReport[]): string {
  return reports
    .flatMap((report) => {
      const changes = report.changes.filter(({ level, waived }) => level !== 'text' && waived === undefined)
      const lines = changes.map((change) => {
        const { level, rule, part, what, head, fix, operations } = change
        const place = head === undefined ? '' : `file=${property(head.file)},line=${head.line},col=${head.column},`
        const text = [
          [operations[0] ?? '', part, what].filter((each) => each !== '').join(' '),
          whyOf(change),
          shownBy(change),
          level === 'compatible' ? '' : `instead: ${fix}`,
        ].filter((each) => each !== '')
        return `::${COMMANDS[level]} ${place}title=${property(`${level}: ${rule}`)}::${data(text.join('\n'))}\n`
      })
      const kind = report.verdict === 'failed' ? 'error' : 'notice'
      const end = [`${countsOf(report)}. ${versionOf(report)}.`, ...report.because].join('\n')
      return [...lines, `::${kind} title=${property(`contract-gate diff: ${report.verdict}`)}::${data(end)}\n`]
    })
    .join('')
}

function data(text: string): string {
  return visible(text, '\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
