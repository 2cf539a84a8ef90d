import type { Report } from '../report.ts'

/**
 * Returns the label that reports print before the time of the run clock. Only runs on the user's own server use the
 * real time.
 */
export function clockName({ runs }: Pick<Report, 'runs'>): 'Clock' | 'Simulated time' {
  return runs.every(({ target }) => target === 'live') ? 'Clock' : 'Simulated time'
}
