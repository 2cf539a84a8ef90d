import type { Rule } from './rule.ts'

/** Told by the conductor, which alone sees two answers to the same bytes; on one exchange it has nothing to say. */
export const UNSTABLE_ANSWER: Omit<Rule, 'judge' | 'stages'> = {
  id: 'unstable_answer',
  title: 'The same bytes get the same kind of answer',
  why: 'A fault that comes and goes is found again only by luck, and no single answer shows it.',
  level: 'error',
}
