import type { Location } from '../../document/location.ts'
import type { DiffReport } from '../diff-report.ts'
import type { Change } from '../change.ts'
import type { ChangeLevel } from '../levels.ts'
import { ruleOf } from '../rules.ts'
import { shownBy, whyOf } from './words.ts'

const LEVELS: Readonly<Record<ChangeLevel, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  compatible: 'note',
  text: 'none',
}

/** Prints SARIF 2.1.0. Each compared pair of documents becomes one run in the SARIF file. */
export function printDiffSarif(
  reports: readonly DiffReport[],
  { toolVersion }: { readonly toolVersion: string },
): string {
  const runs = reports.map((report) => {
    const rules = [...new Set(report.changes.map(({ rule }) => rule))].toSorted()
    return {
      tool: {
        driver: {
          name: 'contract-gate',
          version: toolVersion,
          rules: rules.map((id) => {
            const { why, fix, level } = ruleOf(id)
            const text = `This change matters, because ${why}. To avoid a problem: ${fix}.`
            return {
              id,
              shortDescription: { text: id.replaceAll('-', ' ') },
              help: { text },
              defaultConfiguration: { level: LEVELS[level] },
            }
          }),
        },
      },
      automationDetails: { id: `contract-gate diff/${report.head.title}/` },
      columnKind: 'utf16CodeUnits',
      results: report.changes.map((change) => printResult(change, rules.indexOf(change.rule))),
    }
  })
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, null, 2)}\n`
}

function printResult(change: Change, ruleIndex: number): object {
  const { rule, level, operations, part, what, base, head, fingerprint, waived } = change
  const text = [
    [operations[0] ?? '', part, what].filter((each) => each !== '').join(' '),
    `It ${whyOf(change)}.`,
    shownBy(change),
  ]
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[level],
    message: { text: text.filter((each) => each !== '').join('\n') },
    locations: head === undefined ? [] : [{ physicalLocation: placeOf(head) }],
    ...(base === undefined
      ? {}
      : { relatedLocations: [{ physicalLocation: placeOf(base), message: { text: 'before' } }] }),
    partialFingerprints: { 'contractGateDiff/v1': fingerprint },
    ...(waived === undefined ? {} : { suppressions: [{ kind: 'external', justification: waived.reason }] }),
  }
}

function placeOf({ file, line, column }: Location): object {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { artifactLocation: { uri }, region: { startLine: line, startColumn: column } }
}
