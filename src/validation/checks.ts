import type { Check } from './check.ts'
import { annotationsAreSpelledRight } from './checks/annotations/annotations-are-spelled-right.ts'
import { annotationsHaveTheirForm } from './checks/annotations/annotations-have-their-form.ts'
import { clausesHaveSources } from './checks/annotations/clauses-have-sources.ts'
import { dialectIsDeclared } from './checks/openapi/dialect-is-declared.ts'
import { enumMembersHaveRecipes } from './checks/recipes/enum-members-have-recipes.ts'
import { examplesHaveNamesToAskBy } from './checks/examples/examples-have-names-to-ask-by.ts'
import { examplesKeepInvariants } from './checks/examples/examples-keep-invariants.ts'
import { examplesKeepTheirSchema } from './checks/examples/examples-keep-their-schema.ts'
import { invariantsCompile } from './checks/invariants/invariants-compile.ts'
import { invariantsHaveIdsOfTheirOwn } from './checks/invariants/invariants-have-ids-of-their-own.ts'
import { invariantsNameKnownMembers } from './checks/invariants/invariants-name-known-members.ts'
import { invariantsSeeWhatTheyName } from './checks/invariants/invariants-see-what-they-name.ts'
import { lint } from './checks/openapi/lint.ts'
import { metaSchema } from './checks/openapi/meta-schema.ts'
import { noPatternBesideFormat } from './checks/openapi/no-pattern-beside-format.ts'
import { noSiblingsOfReferences } from './checks/openapi/no-siblings-of-references.ts'
import { recipesAskForDeclaredStates } from './checks/recipes/recipes-ask-for-declared-states.ts'
import { recipesExpectDocumentedAnswers } from './checks/recipes/recipes-expect-documented-answers.ts'
import { recipesHaveIdsOfTheirOwn } from './checks/recipes/recipes-have-ids-of-their-own.ts'
import { recipesSendWhatIsTaken } from './checks/recipes/recipes-send-what-is-taken.ts'
import { recipesUseSoundLiterals } from './checks/recipes/recipes-use-sound-literals.ts'
import { schemasCompile } from './checks/openapi/schemas-compile.ts'
import { securityIsDeclared } from './checks/openapi/security-is-declared.ts'
import { sourceKeysMatch } from './checks/annotations/source-keys-match.ts'
import { statusesHaveRecipes } from './checks/recipes/statuses-have-recipes.ts'
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
  invariantsHaveIdsOfTheirOwn,
  invariantsSeeWhatTheyName,
  invariantsNameKnownMembers,
  statusesHaveRecipes,
  recipesHaveIdsOfTheirOwn,
  recipesAskForDeclaredStates,
  recipesUseSoundLiterals,
  recipesSendWhatIsTaken,
  recipesExpectDocumentedAnswers,
  enumMembersHaveRecipes,
  updateAnnotationsFit,
  clausesHaveSources,
  sourceKeysMatch,
  annotationsAreSpelledRight,
  annotationsHaveTheirForm,
  metaSchema,
  lint,
]
