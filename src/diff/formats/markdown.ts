import { printLocation } from '../../document/location.ts'
import { visible } from '../../report/visible.ts'
import type { Change } from '../change.ts'
import type { DiffReport } from '../diff-report.ts'
import { countsOf, groupChanges, othersOf, shownBy, versionOf, whyOf } from './words.ts'

/** The maximum number of printed changes per document. GitHub rejects comments above 65,536 characters. */
const MOST = 60

/** The first line of the comment in the pull request. A later run finds the comment by this line and updates it. */
export const COMMENT_MARK = '<!-- contract-gate diff -->'

/** Prints changes as Markdown, for a comment in a pull request. */
export function printDiffMarkdown(reports: readonly DiffReport[]): string {
  return `${[COMMENT_MARK, ...reports.map(printReport)].join('\n\n')}\n`
}

function printReport(report: DiffReport): string {
  const { base, head, because, changes } = report
  const shown = changes.filter(({ level }) => level !== 'text').slice(0, MOST)
  const left = changes.length - shown.length
  return [
    `## ${report.verdict === 'failed' ? '❌' : '✅'} ${escape(head.title)}: ${countsOf(report)}`,
    `${code(base.name)} → ${code(head.name)}. ${escape(versionOf(report))}.`,
    ...because.map((sentence) => `**${escape(sentence)}**`),
    ...groupChanges(shown).flatMap(({ name, changes: own }) => [
      `### ${escape(name)}`,
      own.map(printChange).join('\n'),
    ]),
    ...(left > 0
      ? [`${left} more ${left === 1 ? 'change' : 'changes'} of lower levels, or of texts only, are not shown.`]
      : []),
  ].join('\n\n')
}

function printChange(change: Change): string {
  const { level, part, what, head, base, rule, fingerprint, fix, waived } = change
  const more = [
    whyOf(change),
    othersOf(change),
    shownBy(change) === '' ? '' : `shown by: ${shownBy(change)}`,
    level === 'compatible' ? '' : `instead: ${fix}`,
    waived === undefined ? '' : `waived: ${waived.reason} (${waived.owner}, until ${waived.expires})`,
  ].filter((text) => text !== '')
  const places = [base, head].flatMap((place) => (place === undefined ? [] : [code(printLocation(place))])).join(' → ')
  return [
    `- **${level}** ${part === '' ? '' : `${code(part)}: `}${escape(what)} ${places}`,
    ...(level === 'compatible' ? [] : more.map((text) => `  - ${escape(text)}`)),
    `  - ${code(`${rule} ${fingerprint}`)}`,
  ].join('\n')
}

function code(text: string): string {
  return `\`${visible(text).replaceAll('`', "'")}\``
}

function escape(text: string): string {
  return visible(text).replaceAll(/[\\<>|*_[\]#]/g, String.raw`\$&`)
}
