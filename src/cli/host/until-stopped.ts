import { ContractError } from '../../errors.ts'
import type { Host } from './host.ts'

const POLL_MILLISECONDS = 250

/** Waits until the user stops the program. Rejects with `mock-died` as soon as `failure` returns a reason. */
export function untilStopped(host: Host, failure: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearInterval(timer)
      settle()
    }
    const timer = setInterval(() => {
      const what = failure()
      if (what !== undefined)
        end(() => reject(new ContractError('mock-died', { what, next: 'start the command again' })))
    }, POLL_MILLISECONDS)
    if (host.signal.aborted) end(resolve)
    else host.signal.addEventListener('abort', () => end(resolve), { once: true })
  })
}
