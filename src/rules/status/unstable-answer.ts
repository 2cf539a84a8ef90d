import type { Rule } from '../rule.ts'

/**
 * This rule compares two responses to the same request, so `judge` does nothing. If a finding of another rule does not
 * occur again when the request is repeated, the run adds a finding of this rule.
 */
export const unstableAnswer: Rule = {
  id: 'unstable_answer',
  title: 'The same request gets the same kind of response',
  why: 'A fault that occurs only sometimes is found only by chance, and clients cannot rely on the response.',
  fix: 'find out what the response depends on in addition to the request',
  examples: {
    passes: 'PATCH /orders/7 sent five times → five times 200 with a body that matches the schema',
    fails: 'PATCH /orders/7 sent five times → 200 with `due` missing once, and complete four times',
  },
  level: 'warning',
  weight: 'wrong',
  stages: [],
  judge: () => [],
}
