import type { Rule } from './rule.ts'
import { bystanderUnchanged } from './rules/bystander-unchanged.ts'
import { contentTypeConformance } from './rules/content-type-conformance.ts'
import { errorBodyLeak } from './rules/error-body-leak.ts'
import { ignoredAuth } from './rules/ignored-auth.ts'
import { instantPreserved } from './rules/instant-preserved.ts'
import { invariant } from './rules/invariant.ts'
import { missingRequiredHeader } from './rules/missing-required-header.ts'
import { negativeDataRejection } from './rules/negative-data-rejection.ts'
import { notAServerError } from './rules/not-a-server-error.ts'
import { partialUpdateFrame } from './rules/partial-update-frame.ts'
import { positiveDataAcceptance } from './rules/positive-data-acceptance.ts'
import { scenarioExpectation } from './rules/scenario-expectation.ts'
import { refusedUpdateLeavesNoTrace } from './rules/refused-update-leaves-no-trace.ts'
import { responseHeadersConformance } from './rules/response-headers-conformance.ts'
import { responseSchemaConformance } from './rules/response-schema-conformance.ts'
import { statusCodeConformance } from './rules/status-code-conformance.ts'
import { undocumentedField } from './rules/undocumented-field.ts'
import { unsupportedMethod } from './rules/unsupported-method.ts'

/**
 * Every rule, on each stage the higher first: where one wrong status speaks to several rules, the first that finds fault
 * is heard.
 */
export const rules: readonly Rule[] = [
  unsupportedMethod,
  statusCodeConformance,
  notAServerError,
  ignoredAuth,
  scenarioExpectation,
  positiveDataAcceptance,
  missingRequiredHeader,
  negativeDataRejection,
  contentTypeConformance,
  responseSchemaConformance,
  responseHeadersConformance,
  errorBodyLeak,
  invariant,
  bystanderUnchanged,
  refusedUpdateLeavesNoTrace,
  partialUpdateFrame,
  instantPreserved,
  undocumentedField,
]
