import { STATES } from './states.ts'
import type { ClauseState } from './report.ts'
import { visible } from './visible.ts'

/** What progress hears of a run. */
export type ProgressEvent =
  | { readonly kind: 'run-started'; readonly api: string; readonly target: string; readonly total: number }
  | { readonly kind: 'case-judged'; readonly done: number; readonly total: number; readonly verdict: ClauseState }
  | { readonly kind: 'run-finished' }

/** How far a run is. */
export interface Progress {
  readonly name: string
  readonly counts: Readonly<Partial<Record<ClauseState, number>>>
  /** Tenths of the run that a plain line was written for. */
  readonly tenths: number
}

/** Nothing has begun. */
export const NO_PROGRESS: Progress = { name: '', counts: {}, tenths: 0 }

/** Where progress is written: a terminal has one line, rewritten; anything else gets a line for each tenth of a run. */
export interface ProgressStream {
  readonly isTerminal: boolean
  readonly width: number
}

const CLEAR_LINE = '\r\u001b[2K'

/** Folds an event into the progress and says what to write for it, often nothing. */
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
  return { progress: next, text: tenths > progress.tenths ? `${tell(next, done, total)}\n` : '' }
}

function line(progress: Progress, done: number, total: number, { width }: ProgressStream): string {
  const told = tell(progress, done, total)
  const room = Math.min(30, width - told.length - 4)
  const full = total === 0 ? room : Math.round((done / total) * room)
  const bar = room < 5 ? '' : `${'█'.repeat(full)}${'░'.repeat(room - full)}  `
  return CLEAR_LINE + (bar + told).slice(0, Math.max(1, width - 1))
}

function tell({ name, counts }: Progress, done: number, total: number): string {
  const bad = (['failed', 'blocked'] as const).flatMap((state) => {
    const count = counts[state] ?? 0
    return count === 0 ? [] : [`${count} ${STATES[state].word}`]
  })
  return [`${name}: ${done} of ${total} cases`, ...bad].join(', ')
}
