import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { checks } from '../../../src/validation/checks.ts'
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
import { filesBelow } from '../../house/files-below.ts'
import { told, type Proof } from './told.ts'

const proofs: Readonly<Record<string, readonly Proof[]>> = {
  annotations_are_spelled_right: annotationsAreSpelledRight,
  annotations_have_their_form: annotationsHaveTheirForm,
  clauses_have_sources: clausesHaveSources,
  dialect_is_declared: dialectIsDeclared,
  enum_values_have_scenarios: enumValuesHaveScenarios,
  examples_have_names_to_ask_by: examplesHaveNamesToAskBy,
  examples_keep_invariants: examplesKeepInvariants,
  examples_keep_their_schema: examplesKeepTheirSchema,
  invariants_compile: invariantsCompile,
  invariant_ids_are_unique: invariantIdsAreUnique,
  invariants_name_known_properties: invariantsNameKnownProperties,
  invariants_with_given_have_states: invariantsWithGivenHaveStates,
  invariants_see_what_they_name: invariantsSeeWhatTheyName,
  lint: lint,
  meta_schema: metaSchema,
  no_pattern_beside_format: noPatternBesideFormat,
  no_siblings_of_references: noSiblingsOfReferences,
  scenarios_name_declared_states: scenariosNameDeclaredStates,
  scenarios_expect_documented_responses: scenariosExpectDocumentedResponses,
  scenario_ids_are_unique: scenarioIdsAreUnique,
  scenarios_send_valid_requests: scenariosSendValidRequests,
  scenarios_use_valid_literals: scenariosUseValidLiterals,
  schemas_compile: schemasCompile,
  security_is_declared: securityIsDeclared,
  source_keys_match: sourceKeysMatch,
  statuses_have_scenarios: statusesHaveScenarios,
  update_annotations_fit: updateAnnotationsFit,
}

test('every file of a check is in the list, under the id that its name is', () => {
  const files = filesBelow('src/validation/checks').map((file) => basename(file, '.ts').replaceAll('-', '_'))
  expect(checks.map(({ id }) => id).sort()).toEqual(files.sort())
})

test('every check is shown a truth on which it is silent and a lie that it tells', () => {
  for (const { id } of checks) {
    expect(
      proofs[id]?.some((proof) => proof.told.length === 0),
      id,
    ).toBe(true)
    expect(
      proofs[id]?.some((proof) => proof.told.some((each) => each.includes(` ${id}: `))),
      id,
    ).toBe(true)
  }
})

for (const [id, list] of Object.entries(proofs)) {
  for (const proof of list) {
    test(`${id}: ${proof.fact}`, async () => {
      expect(await told(proof.text)).toEqual(proof.told)
    })
  }
}
