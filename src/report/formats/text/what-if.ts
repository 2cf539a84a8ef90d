import type { GapReport, RunReport } from '../../report.ts'
import { runName } from '../../texts/summarize.ts'
import { visible } from '../../visible.ts'
import { labelled, pack, wrap } from './lines.ts'
import type { Page } from './page.ts'

const PLACES_SHOWN = 5

/**
 * Prints the server faults that this run cannot detect. For each fault, prints a change to the document with which a
 * run can detect it.
 */
export function printWhatIf(run: RunReport, page: Page): string[] {
  if (run.whatIf === undefined) return []
  const heading = `What if: ${visible(runName(run))}, ${resultOf(run.whatIf)}`
  return [
    ...wrap(heading, page.width).map(page.colors.bold),
    ...run.whatIf.gaps.flatMap((gap, index) => printGap(gap, index + 1, page)),
  ]
}

function resultOf({ tried, gaps }: NonNullable<RunReport['whatIf']>): string {
  if (tried === 0) return 'no accepted response has a body to alter'
  const judged = tried === 1 ? '1 altered response' : `${tried} altered responses`
  if (gaps.length === 0) return `the run would detect every fault that was tried (${judged})`
  const faults = gaps.length === 1 ? 'a kind of fault' : `${gaps.length} kinds of faults`
  return `this run would not detect ${faults} (${judged} judged)`
}

function printGap({ sentence, places, overlay }: GapReport, number: number, page: Page): string[] {
  const left = places.length - PLACES_SHOWN
  return [
    ...labelled(`  ${number}. `, wrap(`The server ${sentence}:`, page.width - 5), 5),
    ...places.slice(0, PLACES_SHOWN).flatMap(({ method, path, status, fields }) => {
      const [first = '', ...others] = fields
      const items = [`${method} ${path} → ${status}: ${first}`, ...others].map((each) => visible(each))
      return pack(items, page.width - 7).map((line) => `       ${line}`)
    }),
    ...(left > 0 ? [`       and ${left} more`] : []),
    '     With this overlay action, the run detects the fault:',
    // These lines are not wrapped, so that a user can copy them.
    ...overlay
      .trimEnd()
      .split('\n')
      .map((line) => page.colors.dim(`       ${visible(line)}`)),
  ]
}
