import type picocolors from 'picocolors'
import type { ClauseState, RunVerdict } from '../../report.ts'

/** The width of the printed text, and its colours. */
export interface Page {
  readonly width: number
  readonly colors: ReturnType<typeof picocolors.createColors>
}

/** Gives a text the colour of a state or verdict. */
export function paint(state: ClauseState | RunVerdict, text: string, page: Page): string {
  if (state === 'passed') return page.colors.green(text)
  if (state === 'failed' || state === 'error') return page.colors.red(text)
  if (state === 'blocked' || state === 'disproved' || state === 'known') return page.colors.yellow(text)
  return page.colors.dim(text)
}
