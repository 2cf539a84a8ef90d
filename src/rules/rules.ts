import type { Rule } from './rule.ts'
import { bystanderUnchanged } from './update/bystander-unchanged.ts'
import { contentTypeConformance } from './response/content-type-conformance.ts'
import { errorBodyLeak } from './response/error-body-leak.ts'
import { ignoredAuth } from './status/ignored-auth.ts'
import { instantPreserved } from './update/instant-preserved.ts'
import { invariant } from './response/invariant.ts'
import { missingRequiredHeader } from './status/missing-required-header.ts'
import { negativeDataRejection } from './status/negative-data-rejection.ts'
import { notAServerError } from './status/not-a-server-error.ts'
import { partialUpdateFrame } from './update/partial-update-frame.ts'
import { positiveDataAcceptance } from './status/positive-data-acceptance.ts'
import { scenarioExpectation } from './status/scenario-expectation.ts'
import { refusedUpdateLeavesNoTrace } from './update/refused-update-leaves-no-trace.ts'
import { responseHeadersConformance } from './response/response-headers-conformance.ts'
import { responseSchemaConformance } from './response/response-schema-conformance.ts'
import { statusCodeConformance } from './status/status-code-conformance.ts'
import { undocumentedField } from './response/undocumented-field.ts'
import { unstableAnswer } from './status/unstable-answer.ts'
import { unsupportedMethod } from './status/unsupported-method.ts'

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
  unstableAnswer,
]
