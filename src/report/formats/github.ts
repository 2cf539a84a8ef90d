import { nextStep, receivedOf, responsibleFor } from '../texts/advice.ts'
import { headlineOf } from '../texts/headline.ts'
import { listNotCompiledIn, NOT_COMPILED, sentenceOf, howToValidate } from '../texts/not-compiled.ts'
import type { Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { runName, summarize } from '../texts/summarize.ts'
import { visible } from '../visible.ts'
import { listFindings, type PlacedFinding } from '../worst-first.ts'

const COMMANDS = { error: 'error', warning: 'warning', assumption: 'warning', drift: 'notice' } as const

/**
 * Prints workflow commands, one per line. GitHub shows each command at its line of the document. GitHub shows only ten
 * commands of each kind per step, so the worst findings come first. The last line is the summary.
 */
export function printGithub(report: Report): string {
  const { exit, word } = VERDICTS[report.verdict]
  const because = report.runs.flatMap((run) =>
    run.because.map((sentence) => `::error title=${property(runName(run))}::${data(sentence)}\n`),
  )
  const kind = exit === 0 ? 'notice' : 'error'
  const last = `::${kind} title=${property(`${report.tool.name}: ${word}`)}::${data(summarize(report))}\n`
  return [...listFindings(report).map(printAnnotation), ...printNotCompiled(report), ...because, last].join('')
}

function printAnnotation({ run, finding }: PlacedFinding): string {
  const text = [
    headlineOf(finding),
    `expected: ${finding.expected}`,
    `received: ${receivedOf(finding, run)} at ${finding.pointer}`,
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

function place({ file, line, column }: PlacedFinding['finding']['definedAt']): string {
  return `file=${property(file)},line=${line},col=${column}`
}

function data(text: string): string {
  return visible(text, '\n\t').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
