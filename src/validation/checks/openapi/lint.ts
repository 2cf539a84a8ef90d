import type { Address } from '../../../document/document.ts'
import { tokens } from '../../../document/json-pointer.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { lintDocument, lintOverlay, type OverlayProblem } from '../../parts/lint-document.ts'

/** A rule of Redocly that is not used. The command already reports unresolved references when it reads the document. */
const REPLACED = 'no-unresolved-refs'

/**
 * Rules of Redocly about things that OpenAPI allows. If the document has no annotations, their findings are only
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
  title: 'the document must pass the checks of Redocly',
  why: 'Tools disagree about invalid, ambiguous, unused or contradictory parts of a document.',
  level: 'error',
  general: true,
  async check({ document, operations, lintRules, isAnnotated }) {
    const problems = await lintDocument(document, lintRules)
    const overlayProblems = await Promise.all(document.overlays.map((overlay) => lintOverlay(overlay, lintRules)))
    // True if the finding is about the parameters of a path without operations. These parameters are never sent.
    const isIdle = (ruleId: string, address: Address): boolean => {
      const [, path] = tokens(address.slice(address.indexOf('#') + 1))
      return ruleId === 'path-parameters-defined' && !operations.some((each) => each.path === path)
    }
    const faults = problems
      .filter(({ ruleId, address }) => ruleId !== REPLACED && !isExtension(address))
      // Redocly ignores `$self` when it resolves references. If the document has `$self`, the findings of Redocly about
      // unused components are wrong.
      .filter(({ ruleId }) => document.root.value['$self'] === undefined || ruleId !== 'no-unused-components')
      .filter(({ message }) => document.openapi.startsWith('3.0') || !BOOLEAN_SCHEMA.test(message))
      .map(({ ruleId, severity, address, message, suggestion }): DocumentFault => ({
        address,
        level:
          severity === 'error' && (isAnnotated || !OPTIONAL_RULES.has(ruleId)) && !isIdle(ruleId, address)
            ? 'error'
            : 'warning',
        ...(OPTIONAL_RULES.has(ruleId) ? { isOptional: true } : {}),
        message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`,
        next:
          suggestion === undefined
            ? `fix the problem; Redocly explains the rule ${ruleId} at https://redocly.com/docs/cli/rules`
            : `did you mean \`${suggestion}\`?`,
      }))
    return [...faults, ...overlayProblems.flat().map((problem) => inOverlay(document.root.address, problem))]
  },
}

function inOverlay(address: Address, { ruleId, severity, location, message }: OverlayProblem): DocumentFault {
  const level = severity === 'error' ? 'error' : 'warning'
  const next = 'write this part as the Overlay Specification defines it'
  return { address, location, level, message: `${message.replace(/\.$/, '')} (Redocly: ${ruleId})`, next }
}

/**
 * Matches a wrong finding of Redocly. In OpenAPI 3.1, a schema may be `true` or `false` (§4.8.24), but Redocly rejects
 * such schemas in some places.
 */
const BOOLEAN_SCHEMA = /^Expected type `Schema` \(object\) but got `boolean`/

/**
 * True for an address inside an extension such as `x-foo`. OpenAPI allows any content in extensions, but Redocly checks
 * some of them.
 */
function isExtension(address: Address): boolean {
  return tokens(address.slice(address.indexOf('#') + 1)).some((token) => /^x-/i.test(token) && !NAMES.test(address))
}

/**
 * Matches a name that begins with `x-` in a map of names, such as `/properties/x-foo`. Such a name is not an extension.
 */
const NAMES = /\/(properties|schemas|headers|parameters|responses|examples|paths)\/x-/i
