import { placeIn } from '../texts/headline.ts'
import { listNewCauses, titleOf, type Cause } from '../causes.ts'
import { nextStep, receivedOf, responsibleFor } from '../texts/advice.ts'
import { listNotCompiledIn, NOT_COMPILED, sentenceOf, howToValidate } from '../texts/not-compiled.ts'
import type { FindingReport, Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { runName, summarize } from '../texts/summarize.ts'
import { visible } from '../visible.ts'

const COMMANDS = { error: 'error', warning: 'warning', assumption: 'warning', drift: 'notice' } as const

/** The maximum number of annotations. GitHub shows at most ten annotations of each level per workflow step. */
const ANNOTATIONS = 10
/**
 * The maximum number of annotations about reasons why a run did not pass, and also the maximum number of annotations
 * about schemas that do not compile.
 */
const REASONS = 3

/**
 * Prints at most ten GitHub workflow commands such as `::error file=…::…`, the worst causes first. GitHub shows each
 * command at a line of the document. The last line of the output is the summary.
 */
export function printGithub(report: Report): string {
  const { exit, word } = VERDICTS[report.verdict]
  const because = report.runs
    .flatMap((run) => run.because.map((sentence) => `::error title=${property(runName(run))}::${data(sentence)}\n`))
    .slice(0, REASONS)
  const kind = exit === 0 ? 'notice' : 'error'
  const last = `::${kind} title=${property(`${report.tool.name}: ${word}`)}::${data(summarize(report))}\n`
  const causes = listNewCauses(report)
  const notCompiled = printNotCompiled(report).slice(0, REASONS)
  const others = notCompiled.length + because.length + 1
  const shown = causes.length + others > ANNOTATIONS ? ANNOTATIONS - others - 1 : causes.length
  const left = causes.length - shown
  const more =
    left > 0
      ? [`::notice title=${property(report.tool.name)}::${left} more causes are in the HTML and JSON reports\n`]
      : []
  return [...causes.slice(0, shown).map(printAnnotation), ...more, ...notCompiled, ...because, last].join('')
}

function printAnnotation(cause: Cause): string {
  const { run, finding } = cause.findings[0]
  const text = [
    titleOf(cause),
    `expected: ${finding.expected}`,
    `received: ${receivedOf(finding, run)} at ${placeIn(finding)}`,
    `responsible: ${responsibleFor(finding, run.target)}`,
    `next: ${nextStep(finding, run.target)}`,
    `replay: ${finding.replay}`,
  ].join('\n')
  const title = `${finding.rule} (${runName(run)})`
  return `::${COMMANDS[finding.level]} ${place(finding.definedAt)},title=${property(title)}::${data(text)}\n`
}

function printNotCompiled(report: Report): string[] {
  return listNotCompiledIn(report).flatMap(({ file, places }) =>
    places.map((each) => {
      const text = `${sentenceOf(each)}\n${NOT_COMPILED}\nnext: ${howToValidate(file)}`
      return `::warning ${place(each.definedAt)},title=${property('schema does not compile')}::${data(text)}\n`
    }),
  )
}

function place({ file, line, column }: FindingReport['definedAt']): string {
  return `file=${property(file)},line=${line},col=${column}`
}

function data(text: string): string {
  return visible(text, '\n\t').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
