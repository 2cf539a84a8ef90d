import type picocolors from 'picocolors'
import type { ClauseState, RunVerdict } from '../../report.ts'

/** What the parts of the page share. */
export interface Page {
  readonly width: number
  readonly colors: ReturnType<typeof picocolors.createColors>
}

/** Colour by state: only ever beside a symbol or a word that says the same. */
export function paint(state: ClauseState | RunVerdict, text: string, page: Page): string {
  if (state === 'passed') return page.colors.green(text)
  if (state === 'failed' || state === 'error') return page.colors.red(text)
  if (state === 'blocked') return page.colors.yellow(text)
  return page.colors.dim(text)
}
