import { nextStep, whoseFault } from '../advice.ts'
import { headlineOf } from '../headline.ts'
import { listNotCompiledIn, NOT_COMPILED, sentenceOf, tellsMore } from '../not-compiled.ts'
import type { Report } from '../report.ts'
import { VERDICTS } from '../states.ts'
import { summarize } from '../summarize.ts'
import { visible } from '../visible.ts'
import { listFindings, type PlacedFinding } from '../worst-first.ts'

const COMMANDS = { error: 'error', assumption: 'warning', drift: 'notice' } as const

/**
 * Workflow commands, one a line: GitHub shows each beside the document's line. GitHub shows ten of a kind for each
 * step, so the worst come first and the last line says what the whole is.
 */
export function printGithub(report: Report): string {
  const whole = VERDICTS[report.verdict]
  const because = report.runs.flatMap((run) => {
    return run.because.map(
      (sentence) => `::error title=${property(`${run.api} on ${run.target}`)}::${data(sentence)}\n`,
    )
  })
  const kind = whole.exit === 0 ? 'notice' : 'error'
  const last = `::${kind} title=${property(`${report.tool.name}: ${whole.word}`)}::${data(summarize(report))}\n`
  return [...listFindings(report).map(printAnnotation), ...printNotCompiled(report), ...because, last].join('')
}

function printAnnotation({ run, finding }: PlacedFinding): string {
  const { file, line, column } = finding.definedAt
  const title = `${finding.rule} (${run.api} on ${run.target})`
  const text = [
    headlineOf(finding),
    `expected: ${finding.expected}`,
    `received: ${finding.received} at ${finding.pointer}`,
    `fault: ${whoseFault(finding, run.target)}`,
    `next: ${nextStep(finding, run.target)}`,
    `replay: ${finding.replay}`,
  ].join('\n')
  const place = `file=${property(file)},line=${line},col=${column}`
  return `::${COMMANDS[finding.level]} ${place},title=${property(title)}::${data(text)}\n`
}

function printNotCompiled(report: Report): string[] {
  return listNotCompiledIn(report).flatMap(({ file, places }) =>
    places.map((place) => {
      const { line, column } = place.definedAt
      const at = `file=${property(place.definedAt.file)},line=${line},col=${column}`
      const text = `${sentenceOf(place)}\n${NOT_COMPILED}\nnext: ${tellsMore(file)}`
      return `::warning ${at},title=${property('cannot be compiled')}::${data(text)}\n`
    }),
  )
}

function data(text: string): string {
  return visible(text, '\n\t').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
