import type { Check } from './check.ts'
import { annotationsAreSpelledRight } from './checks/annotations/annotations-are-spelled-right.ts'
import { annotationsHaveTheirForm } from './checks/annotations/annotations-have-their-form.ts'
import { clausesHaveSources } from './checks/annotations/clauses-have-sources.ts'
import { dialectIsDeclared } from './checks/openapi/dialect-is-declared.ts'
import { enumValuesHaveScenarios } from './checks/scenarios/enum-values-have-scenarios.ts'
import { examplesHaveNamesToAskBy } from './checks/examples/examples-have-names-to-ask-by.ts'
import { examplesKeepInvariants } from './checks/examples/examples-keep-invariants.ts'
import { examplesKeepTheirSchema } from './checks/examples/examples-keep-their-schema.ts'
import { invariantsCompile } from './checks/invariants/invariants-compile.ts'
import { invariantIdsAreUnique } from './checks/invariants/invariant-ids-are-unique.ts'
import { invariantsNameKnownProperties } from './checks/invariants/invariants-name-known-properties.ts'
import { invariantsSeeWhatTheyName } from './checks/invariants/invariants-see-what-they-name.ts'
import { invariantsWithGivenHaveStates } from './checks/invariants/invariants-with-given-have-states.ts'
import { lint } from './checks/openapi/lint.ts'
import { metaSchema } from './checks/openapi/meta-schema.ts'
import { noPatternBesideFormat } from './checks/openapi/no-pattern-beside-format.ts'
import { noSiblingsOfReferences } from './checks/openapi/no-siblings-of-references.ts'
import { scenariosNameDeclaredStates } from './checks/scenarios/scenarios-name-declared-states.ts'
import { scenariosExpectDocumentedResponses } from './checks/scenarios/scenarios-expect-documented-responses.ts'
import { scenarioIdsAreUnique } from './checks/scenarios/scenario-ids-are-unique.ts'
import { scenariosSendValidRequests } from './checks/scenarios/scenarios-send-valid-requests.ts'
import { scenariosUseValidLiterals } from './checks/scenarios/scenarios-use-valid-literals.ts'
import { schemasCompile } from './checks/openapi/schemas-compile.ts'
import { securityIsDeclared } from './checks/openapi/security-is-declared.ts'
import { sourceKeysMatch } from './checks/annotations/source-keys-match.ts'
import { statusesHaveScenarios } from './checks/scenarios/statuses-have-scenarios.ts'
import { updateAnnotationsFit } from './checks/annotations/update-annotations-fit.ts'

/** Every check, in the order in which they are asked. General ones come last: they yield to what was already said. */
export const checks: readonly Check[] = [
  dialectIsDeclared,
  securityIsDeclared,
  schemasCompile,
  noPatternBesideFormat,
  noSiblingsOfReferences,
  examplesKeepTheirSchema,
  examplesKeepInvariants,
  examplesHaveNamesToAskBy,
  invariantsCompile,
  invariantIdsAreUnique,
  invariantsSeeWhatTheyName,
  invariantsNameKnownProperties,
  invariantsWithGivenHaveStates,
  statusesHaveScenarios,
  scenarioIdsAreUnique,
  scenariosNameDeclaredStates,
  scenariosUseValidLiterals,
  scenariosSendValidRequests,
  scenariosExpectDocumentedResponses,
  enumValuesHaveScenarios,
  updateAnnotationsFit,
  clausesHaveSources,
  sourceKeysMatch,
  annotationsAreSpelledRight,
  annotationsHaveTheirForm,
  metaSchema,
  lint,
]
