import type { Rule } from '../rule.ts'

/** Only a run sees two answers to the same bytes: a single exchange never breaks this rule. */
export const unstableAnswer: Rule = {
  id: 'unstable_answer',
  title: 'The same bytes get the same kind of answer',
  why: 'A fault that comes and goes is found again only by luck, and no single answer shows it.',
  level: 'error',
  stages: [],
  judge: () => [],
}
