import { createColors } from 'picocolors'
import { printLocation } from '../../document/location.ts'
import { visible } from '../../report/visible.ts'
import type { Change } from '../change.ts'
import type { DiffReport } from '../diff-report.ts'
import type { ChangeLevel } from '../levels.ts'
import { countsOf, groupChanges, othersOf, shownBy, versionOf, whyOf } from './words.ts'

/** Prints changes for a terminal, grouped by operation. Breaking changes come first. */
export function printDiffText(reports: readonly DiffReport[], { color }: { readonly color: boolean }): string {
  const colors = createColors(color)
  const paint: Readonly<Record<ChangeLevel, (text: string) => string>> = {
    breaking: colors.red,
    dangerous: colors.yellow,
    compatible: colors.green,
    text: colors.dim,
  }
  const line = (change: Change): string[] => {
    const { level, part, what, rule, fingerprint, base, head, fix, waived } = change
    const first = `  ${paint[level](level.padEnd(10))} ${part === '' ? '' : `${colors.bold(visible(part))}  `}${visible(what)}`
    if (level === 'text') return [first]
    const rows: readonly (readonly [string, string])[] = [
      ['base', base === undefined ? '' : printLocation(base)],
      ['head', head === undefined ? '' : printLocation(head)],
      ['', othersOf(change)],
      ['shown by', shownBy(change)],
      ['why', whyOf(change)],
      ['instead', level === 'compatible' ? '' : fix],
      ['waived', waived === undefined ? '' : `${waived.reason} (${waived.owner}, until ${waived.expires})`],
      ['rule', `${rule} ${fingerprint}`],
    ]
    const shown = rows.filter(
      ([name, text]) => text !== '' && (level !== 'compatible' || name === 'head' || name === 'rule'),
    )
    return [first, ...shown.map(([name, text]) => colors.dim(`    ${name.padEnd(9)}`) + visible(text))]
  }
  return reports
    .map((report) => {
      const { base, head, because } = report
      const groups = groupChanges(report.changes).flatMap(({ name, changes }) => [
        '',
        colors.bold(visible(name)),
        ...changes.flatMap(line),
      ])
      const end = because.map((sentence) => colors.red(visible(sentence)))
      return [
        `${visible(base.name)} → ${visible(head.name)}`,
        ...groups,
        '',
        `${countsOf(report)}. ${versionOf(report)}.`,
        ...end,
      ].join('\n')
    })
    .map((text) => `${text}\n`)
    .join('\n')
}
