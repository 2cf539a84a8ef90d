import { printLocation } from '../../../document/location.ts'
import { nextStep, receivedOf, responsibleFor, variablesOf } from '../../texts/advice.ts'
import { headlineOf } from '../../texts/headline.ts'
import { runName } from '../../texts/summarize.ts'
import type { FindingReport } from '../../report.ts'
import type { PlacedFinding } from '../../worst-first.ts'
import type { Page } from './page.ts'
import { labelled, wrap } from './lines.ts'
import { visible } from '../../visible.ts'

const LABEL = 16

/**
 * Prints a finding: headline, place, expected and received, who is responsible, the next step, and the commands that
 * repeat the request.
 */
export function printFinding({ run, finding }: PlacedFinding, number: number, page: Page): string[] {
  const { colors, width } = page
  const times = finding.count === 1 ? '' : `, seen ${finding.count} times`
  const { shrunk } = finding
  const smaller = shrunk === undefined ? '' : `, shrunk from ${shrunk.from} with ${shrunk.requests} requests`
  const about = `${finding.level}, ${finding.rule}, ${runName(run)}${times}${smaller}`
  const facts = (label: string, text: string): string[] =>
    labelled(`   ${label}`, wrap(visible(text), width - LABEL), LABEL)
  // A command is never broken into lines, so that a user can copy it.
  const command = (label: string, text: string): string[] => [`   ${label}`.padEnd(LABEL) + visible(text)]
  const more = finding.clauses.length - 1
  const variables = variablesOf(finding)
  return [
    ...labelled(`${number}. `, wrap(visible(headlineOf(finding)), width - 3), 3).map((line) => {
      return colors.bold(finding.level === 'error' ? colors.red(line) : colors.yellow(line))
    }),
    ...wrap(visible(about), width - 3).map((line) => colors.dim(`   ${line}`)),
    ...labelled('   where', place(finding, width - LABEL), LABEL),
    ...facts('clause', more > 0 ? `${finding.clause} and ${more} more` : finding.clause),
    ...facts('expected', finding.expected),
    ...facts('received', receivedOf(finding, run)),
    ...facts('responsible', responsibleFor(finding, run.target)),
    ...facts('next', nextStep(finding, run.target)),
    ...(variables.length === 0 ? [] : facts('set first', variables.join(', '))),
    ...command('replay', finding.replay),
    ...command('curl', finding.curl),
  ]
}

// Prints the place of a finding. File, line and column stay on one line, because a terminal turns them into a link.
function place(finding: FindingReport, width: number): string[] {
  const location = visible(printLocation(finding.definedAt))
  const at = `at ${finding.pointer === '' ? 'the whole response' : visible(finding.pointer)}`
  const whole = `${location} ${at}`
  return whole.length <= width ? [whole] : [location, ...wrap(at, width)]
}
