import type { RunEvent } from '../run/run-event.ts'
import type { World } from './world.ts'

/** Shows how far a run is on a terminal, on one line that is wiped at the end; elsewhere nothing. */
export function showProgress(world: World): { listen(event: RunEvent): void; end(): void } {
  const { stderr } = world
  const counts = new Map<string, { done: number; total: number }>()
  const show = (): void => {
    const text = [...counts].map(([name, { done, total }]) => `${name} ${done}/${total}`).join('   ')
    stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`)
  }
  return {
    listen(event) {
      if (stderr.isTTY !== true || event.kind === 'finished') return
      counts.set(`${event.api}/${event.target}`, { done: event.kind === 'judged' ? event.done : 0, total: event.total })
      show()
    },
    end() {
      if (stderr.isTTY === true && counts.size > 0) stderr.write('\r\u001b[2K')
    },
  }
}
