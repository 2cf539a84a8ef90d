import type { Address } from '../../../document/document.ts'
import { tokens } from '../../../document/json-pointer.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { lintDocument, lintOverlay, type OverlayProblem } from '../../parts/lint-document.ts'

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

/** What OpenAPI leaves to the author: of documents that are not written for us it is told, and breaks nothing. */
const FREE = new Set([
  'no-ambiguous-paths',
  'no-empty-servers',
  'no-required-schema-properties-undefined',
  'no-unused-components',
  'nullable-type-sibling',
  'operation-2xx-response',
  'operation-operationId',
  'operation-operationId-url-safe',
])

export const lint: DocumentCheck = {
  id: 'lint',
  title: 'Redocly has nothing to say',
  why: 'What is legal but ambiguous, unused or contradictory is where two readers of one document part.',
  level: 'error',
  general: true,
  async check({ document, lintRules, isAnnotated }) {
    const problems = await lintDocument(document, lintRules)
    const ofOverlays = await Promise.all(document.overlays.map((overlay) => lintOverlay(overlay, lintRules)))
    const faults = problems
      .filter(({ ruleId, address }) => !KNOWN_BETTER.has(ruleId) && !isExtension(address))
      .filter(({ message }) => document.openapi.startsWith('3.0') || !BOOLEAN_SCHEMA.test(message))
      .map(({ ruleId, severity, address, message, suggestion }): DocumentFault => ({
        address,
        level: severity === 'error' && (isAnnotated || !FREE.has(ruleId)) ? 'error' : 'warning',
        message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`,
        next:
          suggestion === undefined
            ? `mend it; Redocly explains its rule ${ruleId} at https://redocly.com/docs/cli/rules`
            : `perhaps it is meant to be \`${suggestion}\``,
      }))
    return [...faults, ...ofOverlays.flat().map((problem) => inOverlay(document.root.address, problem))]
  },
}

function inOverlay(address: Address, { ruleId, severity, location, message }: OverlayProblem): DocumentFault {
  const level = severity === 'error' ? 'error' : 'warning'
  const next = 'write it as the Overlay Specification defines it'
  return { address, location, level, message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`, next }
}

/** In 3.1 a schema may be `true` or `false`, which Redocly does not know everywhere. OpenAPI 3.1.1 §4.8.24. */
const BOOLEAN_SCHEMA = /^Expected type `Schema` \(object\) but got `boolean`/

/** What stands below `x-` is whatever its author says, even where Redocly has an extension of that name. */
function isExtension(address: Address): boolean {
  return tokens(address.slice(address.indexOf('#') + 1)).some((token) => /^x-/i.test(token) && !NAMES.test(address))
}

/** Names that somebody chose may begin with `x-` too: of schemas, properties, headers. */
const NAMES = /\/(properties|schemas|headers|parameters|responses|examples|paths)\/x-/i
