import type { ClauseState } from './report.ts'
import { STATES } from './states.ts'
import { visible } from './visible.ts'

/** An event after which the progress line may change. */
export type ProgressEvent =
  | { readonly kind: 'run-started'; readonly api: string; readonly target: string; readonly total: number }
  | { readonly kind: 'case-judged'; readonly done: number; readonly total: number; readonly verdict: ClauseState }
  | { readonly kind: 'run-finished' }

/** The state from which the next progress line is made. */
export interface Progress {
  readonly name: string
  readonly counts: Readonly<Partial<Record<ClauseState, number>>>
  /** The number of tenths of the run that a log already shows, 0 to 10. A terminal does not need it. */
  readonly tenths: number
}

/** The progress before the first event of a run. */
export const NO_PROGRESS: Progress = { name: '', counts: {}, tenths: 0 }

/** The stream for progress lines. On a terminal, one line is rewritten. In a log, one line is added for each 10 %. */
export interface ProgressStream {
  readonly isTerminal: boolean
  /** The width in columns. */
  readonly width: number
}

const CLEAR_LINE = '\r\u001b[2K'

/**
 * Returns the progress after an event, and the text to print. If the progress line does not change, the text is empty.
 */
export function addProgress(
  progress: Progress,
  event: ProgressEvent,
  stream: ProgressStream,
): { readonly progress: Progress; readonly text: string } {
  if (event.kind === 'run-started') {
    const next = { ...NO_PROGRESS, name: visible(`${event.api} on ${event.target}`) }
    return {
      progress: next,
      text: stream.isTerminal ? line(next, 0, event.total, stream) : `${next.name}: ${event.total} cases\n`,
    }
  }
  if (event.kind === 'run-finished') return { progress: NO_PROGRESS, text: stream.isTerminal ? CLEAR_LINE : '' }
  const { done, total, verdict } = event
  const tenths = total === 0 ? 10 : Math.floor((done / total) * 10)
  const counts = { ...progress.counts, [verdict]: (progress.counts[verdict] ?? 0) + 1 }
  const next = { ...progress, counts, tenths }
  if (stream.isTerminal) return { progress: next, text: line(next, done, total, stream) }
  return { progress: next, text: tenths > progress.tenths ? `${sentence(next, done, total)}\n` : '' }
}

function line(progress: Progress, done: number, total: number, { width }: ProgressStream): string {
  const text = sentence(progress, done, total)
  const room = Math.min(30, width - text.length - 4)
  const full = total === 0 ? room : Math.round((done / total) * room)
  const bar = room < 5 ? '' : `${'█'.repeat(full)}${'░'.repeat(room - full)}  `
  return CLEAR_LINE + (bar + text).slice(0, Math.max(1, width - 1))
}

function sentence({ name, counts }: Progress, done: number, total: number): string {
  const bad = (['failed', 'blocked'] as const).flatMap((state) => {
    const count = counts[state] ?? 0
    return count === 0 ? [] : [`${count} ${STATES[state].word}`]
  })
  return [`${name}: ${done} of ${total} cases`, ...bad].join(', ')
}
