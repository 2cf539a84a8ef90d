import { printLocation } from '../../../document/location.ts'
import { nextStep, receivedOf, responsibleFor, variablesOf } from '../../texts/advice.ts'
import { exchangeLine, headlineOf, operationLine, placeIn } from '../../texts/headline.ts'
import { runName } from '../../texts/summarize.ts'
import { knownPhrase } from '../../texts/baseline.ts'
import { titleOf, type Cause } from '../../causes.ts'
import type { FindingReport } from '../../report.ts'
import type { Page } from './page.ts'
import { labelled, pack, wrap } from './lines.ts'
import { visible } from '../../visible.ts'

const LABEL = 16
/**
 * If a cause has several findings, the first is printed in full. This is the number of further findings whose request
 * is printed.
 */
const FURTHER_SHOWN = 2

/**
 * Prints a cause. The first finding is printed in full, with the commands that repeat the request. Each further finding
 * gets one line.
 */
export function printCause(cause: Cause, number: number, page: Page): string[] {
  const { run, finding } = cause.findings[0]
  const { colors, width } = page
  const times = cause.count === 1 ? '' : `, seen ${cause.count} times`
  const { shrunk } = finding
  const smaller = shrunk === undefined ? '' : `, shrunk from ${shrunk.from} with ${shrunk.requests} requests`
  const about = `${finding.level}, ${finding.rule}, ${runName(run)}${times}${smaller}`
  const facts = (label: string, text: string): string[] =>
    labelled(`   ${label}`, wrap(visible(text), width - LABEL), LABEL)
  // A command is never broken into lines, so that a user can copy it.
  const command = (label: string, text: string): string[] => [`   ${label}`.padEnd(LABEL) + visible(text)]
  const more = finding.clauses.length - 1
  const label = `${number}. `
  const variables = variablesOf(finding)
  return [
    ...labelled(label, wrap(visible(titleOf(cause)), width - label.length), label.length).map((line) => {
      return colors.bold(finding.level === 'error' ? colors.red(line) : colors.yellow(line))
    }),
    ...wrap(visible(about), width - 3).map((line) => colors.dim(`   ${line}`)),
    ...facts('request', exchangeLine(finding)),
    ...labelled('   where', place(finding, width - LABEL), LABEL),
    ...facts('clause', more > 0 ? `${finding.clause} and ${more} more` : finding.clause),
    ...facts('expected', finding.expected),
    ...facts('received', receivedOf(finding, run)),
    ...baselineFacts(finding).flatMap((text) => facts('baseline', text)),
    ...facts('responsible', responsibleFor(finding, run.target)),
    ...facts('next', nextStep(finding, run.target)),
    ...(variables.length === 0 ? [] : facts('set first', variables.join(', '))),
    ...command('replay', finding.replay),
    ...command('curl', finding.curl),
    ...printFurther(cause, page),
  ]
}

/** Explains why a finding makes the run fail, although the baseline lists one of the clauses of the finding. */
function baselineFacts(finding: FindingReport): string[] {
  const { baseline } = finding
  if (baseline?.state === 'expired') return [knownPhrase(finding)]
  const { missing } = baseline ?? {}
  return missing === undefined ? [] : [`the baseline lists the other failed clauses, but not ${missing.join(', ')}`]
}

function printFurther({ findings, operations }: Cause, page: Page): string[] {
  const further = findings.slice(1, 1 + FURTHER_SHOWN)
  const named = further.map(({ finding }) => {
    const said = finding.message === findings[0].finding.message ? operationLine(finding) : headlineOf(finding)
    return `${said}, ${printLocation(finding.definedAt)}`
  })
  const shown = new Set([findings[0], ...further].map(({ finding }) => finding.operation))
  const rest = operations.filter((id) => !shown.has(id))
  const width = page.width - LABEL
  const lines = [
    ...named.flatMap((text) => wrap(visible(text), width)),
    ...(rest.length === 0
      ? []
      : pack([`and in ${visible(rest[0] ?? '')}`, ...rest.slice(1).map((id) => visible(id))], width)),
  ]
  return lines.length === 0 ? [] : labelled('   also', lines, LABEL)
}

// Prints the place of a finding in the document. Keeps `file:line:column` on one line, because terminals turn it into a
// link.
function place(finding: FindingReport, width: number): string[] {
  const location = visible(printLocation(finding.definedAt))
  const at = `at ${visible(placeIn(finding))}`
  const whole = `${location} ${at}`
  return whole.length <= width ? [whole] : [location, ...wrap(at, width)]
}
