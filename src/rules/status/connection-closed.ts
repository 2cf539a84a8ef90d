import type { Rule } from '../rule.ts'

/** This rule needs repeated requests, so `judge` does nothing. The run itself reports the findings of this rule. */
export const connectionClosed: Rule = {
  id: 'connection_closed',
  title: 'Every request gets a response',
  why: 'A server that closes the connection without a response has probably crashed. A client does not know whether its request was processed.',
  fix: 'search the server log for a crash at this time, and answer every request with a status',
  examples: {
    passes: 'GET /orders/7 → 404',
    fails:
      'GET /orders/7 sent three times → the server closes the connection each time, but answers GET /orders between',
  },
  level: 'error',
  weight: 'harm',
  stages: [],
  judge: () => [],
}
