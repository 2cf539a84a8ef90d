import { addProgress, NO_PROGRESS, type ProgressEvent } from '../../report/progress.ts'
import type { RunEvent } from '../../run/run-event.ts'
import { visible } from '../../report/visible.ts'
import { describeWrites } from './describe-writes.ts'
import type { Host } from '../host/host.ts'

/** Prints the progress of all runs. On a terminal, one line is rewritten. In a log, one line is added per 10 %. */
export function showProgress(host: Host, runs: number): { listen(event: RunEvent): void; end(): void } {
  const { stderr } = host
  const stream = { isTerminal: stderr.isTTY === true, width: stderr.columns ?? 80 }
  let progress = NO_PROGRESS
  let planned = 0
  let total = 0
  let done = 0
  const names = new Set<string>()
  const targets = new Set<string>()
  const waiting: RunEvent[] = []
  const report = (event: ProgressEvent): void => {
    const next = addProgress(progress, event, stream)
    progress = next.progress
    if (next.text !== '') stderr.write(next.text)
  }
  const judged = (event: RunEvent): void => {
    if (event.kind === 'judged') report({ kind: 'case-judged', done: ++done, total, verdict: event.judgement.verdict })
  }
  return {
    listen(event) {
      if (event.kind === 'planned') {
        planned += 1
        // Only the writes to a live server are announced. A mock or sandbox loses all changes when the run ends.
        if (event.target === 'live') stderr.write(`${visible(event.api)} on live: ${describeWrites(event.writes)}\n`)
        total += event.total
        names.add(event.api)
        targets.add(event.target)
        if (planned < runs) return
        report({ kind: 'run-started', api: [...names].join(', '), target: [...targets].join(', '), total })
        waiting.splice(0).forEach(judged)
      } else if (planned < runs) waiting.push(event)
      else judged(event)
    },
    end() {
      if (planned > 0) report({ kind: 'run-finished' })
    },
  }
}
