import { ContractError } from '../errors.ts'
import type { Host } from './host.ts'

const LOOK_EVERY = 250

/** Waits until somebody stops the program. Throws `mock-died` when what runs has failed by itself. */
export function untilStopped(host: Host, failure: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearInterval(timer)
      settle()
    }
    const timer = setInterval(() => {
      const what = failure()
      if (what !== undefined) end(() => reject(new ContractError('mock-died', { what, next: 'start it again' })))
    }, LOOK_EVERY)
    if (host.signal.aborted) end(resolve)
    else host.signal.addEventListener('abort', () => end(resolve), { once: true })
  })
}
