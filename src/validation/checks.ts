import type { DocumentCheck } from './check.ts'
import { annotationNamesAreKnown } from './checks/annotations/annotation-names-are-known.ts'
import { annotationsMatchSchema } from './checks/annotations/annotations-match-schema.ts'
import { clausesHaveSources } from './checks/annotations/clauses-have-sources.ts'
import { dialectIsDeclared } from './checks/openapi/dialect-is-declared.ts'
import { enumValuesHaveScenarios } from './checks/scenarios/enum-values-have-scenarios.ts'
import { exampleNamesArePrintable } from './checks/examples/example-names-are-printable.ts'
import { examplesSatisfyInvariants } from './checks/examples/examples-satisfy-invariants.ts'
import { examplesMatchSchemas } from './checks/examples/examples-match-schemas.ts'
import { invariantsCompile } from './checks/invariants/invariants-compile.ts'
import { invariantIdsAreUnique } from './checks/invariants/invariant-ids-are-unique.ts'
import { invariantsNameKnownProperties } from './checks/invariants/invariants-name-known-properties.ts'
import { invariantsUseAvailableVariables } from './checks/invariants/invariants-use-available-variables.ts'
import { invariantsWithGivenHaveStates } from './checks/invariants/invariants-with-given-have-states.ts'
import { refusalsAcceptARequest } from './checks/refusals/refusals-accept-a-request.ts'
import { refusalsAgreeWithScenarios } from './checks/refusals/refusals-agree-with-scenarios.ts'
import { refusalsAreReached } from './checks/refusals/refusals-are-reached.ts'
import { refusalsCompile } from './checks/refusals/refusals-compile.ts'
import { refusalsNameKnownParts } from './checks/refusals/refusals-name-known-parts.ts'
import { transitionsNameKnownValues } from './checks/refusals/transitions-name-known-values.ts'
import { lint } from './checks/openapi/lint.ts'
import { structureIsValid } from './checks/openapi/structure-is-valid.ts'
import { noPatternWithFormat } from './checks/openapi/no-pattern-with-format.ts'
import { patternsRunOnLongTexts } from './checks/openapi/patterns-run-on-long-texts.ts'
import { noReferenceSiblings } from './checks/openapi/no-reference-siblings.ts'
import { scenariosNameDeclaredStates } from './checks/scenarios/scenarios-name-declared-states.ts'
import { scenariosExpectDocumentedResponses } from './checks/scenarios/scenarios-expect-documented-responses.ts'
import { scenarioIdsAreUnique } from './checks/scenarios/scenario-ids-are-unique.ts'
import { scenariosSendValidRequests } from './checks/scenarios/scenarios-send-valid-requests.ts'
import { scenariosUseValidLiterals } from './checks/scenarios/scenarios-use-valid-literals.ts'
import { schemasCompile } from './checks/openapi/schemas-compile.ts'
import { securityIsDeclared } from './checks/openapi/security-is-declared.ts'
import { sourceKeysNameClauses } from './checks/annotations/source-keys-name-clauses.ts'
import { statusesHaveScenarios } from './checks/scenarios/statuses-have-scenarios.ts'
import { updateAnnotationsNameFields } from './checks/annotations/update-annotations-name-fields.ts'

/**
 * All checks. They run in this order. General checks are the last, and skip objects that earlier checks have reported.
 */
export const checks: readonly DocumentCheck[] = [
  dialectIsDeclared,
  securityIsDeclared,
  schemasCompile,
  noPatternWithFormat,
  patternsRunOnLongTexts,
  noReferenceSiblings,
  examplesMatchSchemas,
  examplesSatisfyInvariants,
  exampleNamesArePrintable,
  invariantsCompile,
  invariantIdsAreUnique,
  invariantsUseAvailableVariables,
  invariantsNameKnownProperties,
  invariantsWithGivenHaveStates,
  statusesHaveScenarios,
  scenarioIdsAreUnique,
  scenariosNameDeclaredStates,
  scenariosUseValidLiterals,
  scenariosSendValidRequests,
  scenariosExpectDocumentedResponses,
  enumValuesHaveScenarios,
  refusalsCompile,
  refusalsNameKnownParts,
  transitionsNameKnownValues,
  refusalsAcceptARequest,
  refusalsAreReached,
  refusalsAgreeWithScenarios,
  updateAnnotationsNameFields,
  clausesHaveSources,
  sourceKeysNameClauses,
  annotationNamesAreKnown,
  annotationsMatchSchema,
  structureIsValid,
  lint,
]
