import { headerOf } from '../../exchanges/exchange.ts'
import type { Rule } from '../rule.ts'
import { placeOf } from '../header-fault.ts'

export const challengeWith401: Rule = {
  id: 'challenge_with_401',
  title: 'A 401 says which credentials are needed',
  why: 'A 401 must have a WWW-Authenticate header (RFC 9110 §11.6.1). Without this header, a client does not know which credentials it needs, or that its token has expired.',
  fix: 'send WWW-Authenticate with every 401, such as `WWW-Authenticate: Bearer`',
  examples: {
    passes: 'PATCH /orders/7 without credentials → 401 with `WWW-Authenticate: Bearer`',
    fails: 'PATCH /orders/7 without credentials → 401 without WWW-Authenticate',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge(evidence) {
    const { status, answer, execution, response } = evidence
    // Skips an undocumented 401, because another rule reports it. One cause must give only one finding.
    if (status !== 401 || response === undefined || execution.target.name === 'mock') return []
    // If the document requires `WWW-Authenticate`, another rule reports the missing header.
    const isDocumented = response.headers.some(({ name, required }) => required && /^www-authenticate$/i.test(name))
    if (isDocumented === true || (headerOf(answer, 'www-authenticate') ?? '').trim() !== '') return []
    return [
      {
        ...placeOf(evidence),
        at: 'WWW-Authenticate',
        message: 'answers 401 without a WWW-Authenticate header',
        expected: 'a header WWW-Authenticate',
        received: 'none',
        cause: 'missing WWW-Authenticate',
      },
    ]
  },
}
