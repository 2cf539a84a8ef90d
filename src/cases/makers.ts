import type { Maker } from './maker.ts'
import { combinations } from './makers/combinations.ts'
import { emptyValues } from './makers/empty-values.ts'
import { fromExamples } from './makers/from-examples.ts'
import { fromScenarios } from './makers/from-scenarios.ts'
import { oneThingWrong } from './makers/one-thing-wrong.ts'
import { readOnlyProperties } from './makers/read-only-properties.ts'
import { securityAlternatives } from './makers/security-alternatives.ts'
import { undocumentedMethods } from './makers/undocumented-methods.ts'
import { unknownPathValues } from './makers/unknown-path-values.ts'
import { validVariants } from './makers/valid-variants.ts'
import { withoutCredentials } from './makers/without-credentials.ts'

/** All makers (generators of cases). Their cases are sent in this order. */
export const makers: readonly Maker[] = [
  fromExamples,
  fromScenarios,
  validVariants,
  oneThingWrong,
  readOnlyProperties,
  unknownPathValues,
  emptyValues,
  withoutCredentials,
  securityAlternatives,
  undocumentedMethods,
  combinations,
]
