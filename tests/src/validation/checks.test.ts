import { expect, test } from 'vitest'
import { checks } from '../../../src/validation/checks.ts'
import { annotationsAreSpelledRight } from './checks/annotations-are-spelled-right.ts'
import { annotationsHaveTheirForm } from './checks/annotations-have-their-form.ts'
import { clausesHaveSources } from './checks/clauses-have-sources.ts'
import { dialectIsDeclared } from './checks/dialect-is-declared.ts'
import { enumMembersHaveRecipes } from './checks/enum-members-have-recipes.ts'
import { examplesHaveNamesToAskBy } from './checks/examples-have-names-to-ask-by.ts'
import { examplesKeepInvariants } from './checks/examples-keep-invariants.ts'
import { examplesKeepTheirSchema } from './checks/examples-keep-their-schema.ts'
import { invariantsCompile } from './checks/invariants-compile.ts'
import { invariantsHaveIdsOfTheirOwn } from './checks/invariants-have-ids-of-their-own.ts'
import { invariantsNameKnownMembers } from './checks/invariants-name-known-members.ts'
import { invariantsSeeWhatTheyName } from './checks/invariants-see-what-they-name.ts'
import { lint } from './checks/lint.ts'
import { metaSchema } from './checks/meta-schema.ts'
import { noPatternBesideFormat } from './checks/no-pattern-beside-format.ts'
import { noSiblingsOfReferences } from './checks/no-siblings-of-references.ts'
import { recipesAskForDeclaredStates } from './checks/recipes-ask-for-declared-states.ts'
import { recipesExpectDocumentedAnswers } from './checks/recipes-expect-documented-answers.ts'
import { recipesHaveIdsOfTheirOwn } from './checks/recipes-have-ids-of-their-own.ts'
import { recipesSendWhatIsTaken } from './checks/recipes-send-what-is-taken.ts'
import { recipesUseSoundLiterals } from './checks/recipes-use-sound-literals.ts'
import { schemasCompile } from './checks/schemas-compile.ts'
import { securityIsDeclared } from './checks/security-is-declared.ts'
import { sourceKeysMatch } from './checks/source-keys-match.ts'
import { statusesHaveRecipes } from './checks/statuses-have-recipes.ts'
import { updateAnnotationsFit } from './checks/update-annotations-fit.ts'
import { told, type Proof } from './told.ts'

const proofs: Readonly<Record<string, readonly Proof[]>> = {
  annotations_are_spelled_right: annotationsAreSpelledRight,
  annotations_have_their_form: annotationsHaveTheirForm,
  clauses_have_sources: clausesHaveSources,
  dialect_is_declared: dialectIsDeclared,
  enum_members_have_recipes: enumMembersHaveRecipes,
  examples_have_names_to_ask_by: examplesHaveNamesToAskBy,
  examples_keep_invariants: examplesKeepInvariants,
  examples_keep_their_schema: examplesKeepTheirSchema,
  invariants_compile: invariantsCompile,
  invariants_have_ids_of_their_own: invariantsHaveIdsOfTheirOwn,
  invariants_name_known_members: invariantsNameKnownMembers,
  invariants_see_what_they_name: invariantsSeeWhatTheyName,
  lint: lint,
  meta_schema: metaSchema,
  no_pattern_beside_format: noPatternBesideFormat,
  no_siblings_of_references: noSiblingsOfReferences,
  recipes_ask_for_declared_states: recipesAskForDeclaredStates,
  recipes_expect_documented_answers: recipesExpectDocumentedAnswers,
  recipes_have_ids_of_their_own: recipesHaveIdsOfTheirOwn,
  recipes_send_what_is_taken: recipesSendWhatIsTaken,
  recipes_use_sound_literals: recipesUseSoundLiterals,
  schemas_compile: schemasCompile,
  security_is_declared: securityIsDeclared,
  source_keys_match: sourceKeysMatch,
  statuses_have_recipes: statusesHaveRecipes,
  update_annotations_fit: updateAnnotationsFit,
}

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
