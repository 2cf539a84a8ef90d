import type { ClauseState, RunVerdict } from './report.ts'

/** How a state is told: a symbol and a word, so that neither colour nor font is needed to read it. */
export interface StateWords {
  readonly symbol: string
  readonly word: string
  /** The word after a number: 3 hold. */
  readonly many: string
}

/** Every state of a clause, case or cell, the worst first: the order in which they are counted and listed. */
export const STATES: Readonly<Record<ClauseState, StateWords>> = {
  failed: { symbol: '✗', word: 'failed', many: 'failed' },
  blocked: { symbol: '■', word: 'blocked', many: 'blocked' },
  passed: { symbol: '✓', word: 'passed', many: 'passed' },
  'not-run': { symbol: '·', word: 'not run', many: 'not run' },
  'not-applicable': { symbol: '–', word: 'not applicable', many: 'not applicable' },
}

/** How a verdict is told, what it means in a sentence, and the exit code of the process that reports it. */
export interface VerdictWords {
  readonly symbol: string
  readonly word: string
  readonly means: string
  readonly exit: 0 | 1 | 2
}

/** Every verdict of a run. */
export const VERDICTS: Readonly<Record<RunVerdict, VerdictWords>> = {
  passed: {
    symbol: '✓',
    word: 'passed',
    means: 'every promise that the targets could show was kept',
    exit: 0,
  },
  failed: { symbol: '✗', word: 'failed', means: 'a promise of the contract is broken', exit: 1 },
  blocked: {
    symbol: '■',
    word: 'blocked',
    means: 'nothing seen is broken, but not everything could be judged',
    exit: 2,
  },
  error: { symbol: '!', word: 'error', means: 'the run could not be carried out', exit: 2 },
}

/** True for every name of a state. */
export function isState(name: string): name is ClauseState {
  return Object.hasOwn(STATES, name)
}

/** The states in their order. */
export function listStates(): readonly ClauseState[] {
  return Object.keys(STATES).filter(isState)
}
