import type { Report } from '../report.ts'

/**
 * Returns the label of the start time of a run. A run against the user's server uses the real time. Other runs use a
 * fixed, simulated time.
 */
export function clockName({ runs }: Pick<Report, 'runs'>): 'Clock' | 'Simulated time' {
  return runs.every(({ target }) => target === 'live') ? 'Clock' : 'Simulated time'
}
