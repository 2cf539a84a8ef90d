import type { Check } from '../../check.ts'
import { lintDocument } from '../../parts/lint-document.ts'

/**
 * What we know better. Examples are judged with the schemas, formats and directions that the gate judges with, and
 * every $ref was followed when the document was read; what else Redocly would fetch is an example somewhere else.
 */
const KNOWN_BETTER = new Set([
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
  'no-unresolved-refs',
])

export const lint: Check = {
  id: 'lint',
  title: 'Redocly has nothing to say',
  why: 'What is legal but ambiguous, unused or contradictory is where two readers of one document part.',
  level: 'error',
  general: true,
  async check({ document, lintRules }) {
    const problems = await lintDocument(document, lintRules)
    return problems
      .filter(({ ruleId }) => !KNOWN_BETTER.has(ruleId))
      .map(({ ruleId, severity, address, message, suggestion }) => ({
        address,
        level: severity === 'error' ? 'error' : 'warning',
        message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`,
        next:
          suggestion === undefined
            ? `mend it; Redocly explains its rule ${ruleId} at https://redocly.com/docs/cli/rules`
            : `perhaps it is meant to be \`${suggestion}\``,
      }))
  },
}
