import type { Address } from '../../../document/document.ts'
import { tokens } from '../../../document/json-pointer.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { lintDocument, lintOverlay, type OverlayProblem } from '../../parts/lint-document.ts'

/**
 * Redocly rules that other checks replace: examples are checked as the gate reads them (formats, readOnly and
 * writeOnly), and `$ref`s are resolved when the document is read.
 */
const REPLACED = new Set([
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
  'no-unresolved-refs',
])

/**
 * Redocly rules about choices that OpenAPI leaves to the author. In documents without annotations they are only
 * warnings.
 */
const OPTIONAL_RULES: ReadonlySet<string> = new Set([
  'no-ambiguous-paths',
  'no-duplicated-enum-values',
  'no-empty-servers',
  'no-path-trailing-slash',
  'no-required-schema-properties-undefined',
  'no-schema-type-mismatch',
  'no-server-trailing-slash',
  'no-unsafe-markdown',
  'no-unused-components',
  'nullable-type-sibling',
  'operation-2xx-response',
  'operation-operationId',
  'operation-operationId-url-safe',
])

export const lint: DocumentCheck = {
  id: 'lint',
  title: 'Redocly reports no problem',
  why: 'Tools disagree about invalid, ambiguous, unused or contradictory parts of a document.',
  level: 'error',
  general: true,
  async check({ document, lintRules, isAnnotated }) {
    const problems = await lintDocument(document, lintRules)
    const overlayProblems = await Promise.all(document.overlays.map((overlay) => lintOverlay(overlay, lintRules)))
    const faults = problems
      .filter(({ ruleId, address }) => !REPLACED.has(ruleId) && !isExtension(address))
      .filter(({ message }) => document.openapi.startsWith('3.0') || !BOOLEAN_SCHEMA.test(message))
      .map(({ ruleId, severity, address, message, suggestion }): DocumentFault => ({
        address,
        level: severity === 'error' && (isAnnotated || !OPTIONAL_RULES.has(ruleId)) ? 'error' : 'warning',
        ...(OPTIONAL_RULES.has(ruleId) ? { isOptional: true } : {}),
        message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`,
        next:
          suggestion === undefined
            ? `fix it; Redocly explains its rule ${ruleId} at https://redocly.com/docs/cli/rules`
            : `did you mean \`${suggestion}\`?`,
      }))
    return [...faults, ...overlayProblems.flat().map((problem) => inOverlay(document.root.address, problem))]
  },
}

function inOverlay(address: Address, { ruleId, severity, location, message }: OverlayProblem): DocumentFault {
  const level = severity === 'error' ? 'error' : 'warning'
  const next = 'write it as the Overlay Specification defines it'
  return { address, location, level, message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`, next }
}

/** In OpenAPI 3.1 a schema may be `true` or `false` (§4.8.24), which Redocly rejects in some places. */
const BOOLEAN_SCHEMA = /^Expected type `Schema` \(object\) but got `boolean`/

/**
 * True inside an extension. The content of an extension is free, but Redocly checks some extensions that it knows by
 * name.
 */
function isExtension(address: Address): boolean {
  return tokens(address.slice(address.indexOf('#') + 1)).some((token) => /^x-/i.test(token) && !NAMES.test(address))
}

/** Maps whose keys are names chosen by the author, which may begin with `x-` without being extensions. */
const NAMES = /\/(properties|schemas|headers|parameters|responses|examples|paths)\/x-/i
