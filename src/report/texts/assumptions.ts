import type { AssumptionReport, RunReport } from '../report.ts'

const STALE_AFTER_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/**
 * Returns sentences about the assumptions of a document after a live run. They contain the number of assumptions in
 * each state, and the assumptions that no run has confirmed or disproved for 30 days.
 */
export function assumptionSentences({ assumptions = [], now }: Pick<RunReport, 'assumptions' | 'now'>): string[] {
  if (assumptions.length === 0) return []
  const today = Math.floor(Date.parse(now) / DAY) * DAY
  const count = (state: AssumptionReport['state']): number => assumptions.filter((each) => each.state === state).length
  return [
    `${count('confirmed')} confirmed, ${count('disproved')} disproved, ${count('never-shown')} not shown in this run`,
    ...assumptions.flatMap(({ id, record }) => {
      const last = record?.last
      if (last === undefined || today - Date.parse(last) <= STALE_AFTER_DAYS * DAY) return []
      return [`stale: ${id} was last ${record?.state} on ${last}`]
    }),
  ]
}
