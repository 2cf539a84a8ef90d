import type { Check } from './check.ts'
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
