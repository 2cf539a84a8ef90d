import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { checks } from '../../../src/validation/checks.ts'
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
import { patternsRunOnLongTexts } from './checks/openapi/patterns-run-on-long-texts.ts'
import { noPatternWithFormat } from './checks/openapi/no-pattern-with-format.ts'
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
import { filesBelow } from '../../house/files-below.ts'
import { listFindings, type CheckExample } from './list-findings.ts'

const examples: Readonly<Record<string, readonly CheckExample[]>> = {
  annotation_names_are_known: annotationNamesAreKnown,
  annotations_match_schema: annotationsMatchSchema,
  clauses_have_sources: clausesHaveSources,
  dialect_is_declared: dialectIsDeclared,
  enum_values_have_scenarios: enumValuesHaveScenarios,
  example_names_are_printable: exampleNamesArePrintable,
  examples_satisfy_invariants: examplesSatisfyInvariants,
  examples_match_schemas: examplesMatchSchemas,
  invariants_compile: invariantsCompile,
  invariant_ids_are_unique: invariantIdsAreUnique,
  invariants_name_known_properties: invariantsNameKnownProperties,
  invariants_with_given_have_states: invariantsWithGivenHaveStates,
  invariants_use_available_variables: invariantsUseAvailableVariables,
  refusals_accept_a_request: refusalsAcceptARequest,
  refusals_agree_with_scenarios: refusalsAgreeWithScenarios,
  refusals_are_reached: refusalsAreReached,
  refusals_compile: refusalsCompile,
  refusals_name_known_parts: refusalsNameKnownParts,
  transitions_name_known_values: transitionsNameKnownValues,
  lint: lint,
  structure_is_valid: structureIsValid,
  no_pattern_with_format: noPatternWithFormat,
  patterns_run_on_long_texts: patternsRunOnLongTexts,
  no_reference_siblings: noReferenceSiblings,
  scenarios_name_declared_states: scenariosNameDeclaredStates,
  scenarios_expect_documented_responses: scenariosExpectDocumentedResponses,
  scenario_ids_are_unique: scenarioIdsAreUnique,
  scenarios_send_valid_requests: scenariosSendValidRequests,
  scenarios_use_valid_literals: scenariosUseValidLiterals,
  schemas_compile: schemasCompile,
  security_is_declared: securityIsDeclared,
  source_keys_name_clauses: sourceKeysNameClauses,
  statuses_have_scenarios: statusesHaveScenarios,
  update_annotations_name_fields: updateAnnotationsNameFields,
}

test('every file in `checks/` is in the list, with its file name as id', () => {
  const files = filesBelow('src/validation/checks').map((file) => basename(file, '.ts').replaceAll('-', '_'))
  expect(checks.map(({ id }) => id).sort()).toEqual(files.sort())
})

test('every check has an example document that it reports and an example document that it accepts', () => {
  for (const { id } of checks) {
    expect(
      examples[id]?.some((example) => example.findings.length === 0),
      id,
    ).toBe(true)
    expect(
      examples[id]?.some((example) => example.findings.some((each) => each.includes(` ${id}: `))),
      id,
    ).toBe(true)
  }
})

for (const [id, list] of Object.entries(examples)) {
  for (const example of list) {
    test(`${id}: ${example.title}`, async () => {
      expect(await listFindings(example.text)).toEqual(example.findings)
    })
  }
}
