import type { Report } from '../report.ts'

/**
 * Returns the label before the start time of a run. A run against the user's own server uses the real time. Other runs
 * simulate a fixed time.
 */
export function clockName({ runs }: Pick<Report, 'runs'>): 'Clock' | 'Simulated time' {
  return runs.every(({ target }) => target === 'live') ? 'Clock' : 'Simulated time'
}
