import { clauseSchema } from './schema/report-schema.ts'
import type { ClauseState, RunVerdict } from './report.ts'

/**
 * The symbol and the word that show a state, such as `✓ passed`. Thanks to the word, the state is readable without
 * colours.
 */
export interface StateWords {
  readonly symbol: string
  readonly word: string
}

/** The symbol and the word for each state of a clause, a case or a documented status. */
export const STATES: Readonly<Record<ClauseState, StateWords>> = {
  failed: { symbol: '✗', word: 'failed' },
  known: { symbol: '◆', word: 'known' },
  disproved: { symbol: '≠', word: 'disproved' },
  blocked: { symbol: '■', word: 'blocked' },
  passed: { symbol: '✓', word: 'passed' },
  'not-run': { symbol: '·', word: 'not run' },
  'not-applicable': { symbol: '–', word: 'not applicable' },
}

/** The four properties of a verdict: its symbol, its word, its meaning and its exit code. */
export interface VerdictWords extends StateWords {
  readonly means: string
  readonly exit: 0 | 1 | 2
}

/** For each verdict of a run, its symbol, word, meaning and exit code. */
export const VERDICTS: Readonly<Record<RunVerdict, VerdictWords>> = {
  passed: { symbol: '✓', word: 'passed', means: 'every checkable clause passed', exit: 0 },
  failed: { symbol: '✗', word: 'failed', means: 'a clause of the contract failed', exit: 1 },
  blocked: {
    symbol: '■',
    word: 'inconclusive',
    means: 'no failure was found, but not everything could be checked',
    exit: 2,
  },
  error: { symbol: '!', word: 'error', means: 'the run could not be carried out', exit: 2 },
}

/** Lists all states, the worst first. Reports use this order. */
export function listStates(): readonly ClauseState[] {
  return clauseSchema.properties.state.enum
}
