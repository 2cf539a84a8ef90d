import { allowWith405 } from './http/allow-with-405.ts'
import { bodyWithoutContent } from './http/body-without-content.ts'
import { challengeWith401 } from './http/challenge-with-401.ts'
import { deprecationSyntax } from './http/deprecation-syntax.ts'
import { etagSyntax } from './http/etag-syntax.ts'
import { linkSyntax } from './http/link-syntax.ts'
import { locationResolves } from './http/location-resolves.ts'
import { problemStatus } from './http/problem-status.ts'
import { retryAfterSyntax } from './http/retry-after-syntax.ts'
import { sunsetSyntax } from './http/sunset-syntax.ts'
import { contentTypeConformance } from './response/content-type-conformance.ts'
import { discriminatorNamesSchema } from './response/discriminator-names-schema.ts'
import { errorBodyLeak } from './response/error-body-leak.ts'
import { invariant } from './response/invariant.ts'
import { listPages } from './response/list-pages.ts'
import { otherRecordInResponse } from './response/other-record-in-response.ts'
import { responseHeadersConformance } from './response/response-headers-conformance.ts'
import { responseSchemaConformance } from './response/response-schema-conformance.ts'
import { undocumentedBody } from './response/undocumented-body.ts'
import { undocumentedDemand } from './response/undocumented-demand.ts'
import { undocumentedField } from './response/undocumented-field.ts'
import { writeOnlyInResponse } from './response/write-only-in-response.ts'
import type { Rule } from './rule.ts'
import { absentId } from './status/absent-id.ts'
import { ignoredAuth } from './status/ignored-auth.ts'
import { missingRequiredHeader } from './status/missing-required-header.ts'
import { negativeDataRejection } from './status/negative-data-rejection.ts'
import { connectionClosed } from './status/connection-closed.ts'
import { notAServerError } from './status/not-a-server-error.ts'
import { positiveDataAcceptance } from './status/positive-data-acceptance.ts'
import { scenarioExpectation } from './status/scenario-expectation.ts'
import { statusCodeConformance } from './status/status-code-conformance.ts'
import { twoUsers } from './status/two-users.ts'
import { unstableAnswer } from './status/unstable-answer.ts'
import { unsupportedMethod } from './status/unsupported-method.ts'
import { bystanderUnchanged } from './update/bystander-unchanged.ts'
import { createdIsListed } from './update/created-is-listed.ts'
import { deleteTwice } from './update/delete-twice.ts'
import { deletedIsGone } from './update/deleted-is-gone.ts'
import { instantPreserved } from './update/instant-preserved.ts'
import { jsonPatchApplied } from './update/json-patch-applied.ts'
import { partialUpdateFrame } from './update/partial-update-frame.ts'
import { phantomUpdate } from './update/phantom-update.ts'
import { readOnlyKept } from './update/read-only-kept.ts'
import { refusedUpdateLeavesNoTrace } from './update/refused-update-leaves-no-trace.ts'
import { resourceIdentity } from './update/resource-identity.ts'
import { sentValueReturned } from './update/sent-value-returned.ts'
import { unsentFieldKept } from './update/unsent-field-kept.ts'
import { updateStampIsNow } from './update/update-stamp-is-now.ts'
import { updateThenRead } from './update/update-then-read.ts'
import { useAfterDelete } from './update/use-after-delete.ts'
import { writeThenRead } from './update/write-then-read.ts'

/**
 * All rules, sorted by rank. In the stage `status`, only the first rule that finds a fault reports it. If several
 * findings have the same cause, only the one with the highest rank is reported.
 */
export const rules: readonly Rule[] = [
  unsupportedMethod,
  statusCodeConformance,
  notAServerError,
  connectionClosed,
  twoUsers,
  ignoredAuth,
  scenarioExpectation,
  positiveDataAcceptance,
  missingRequiredHeader,
  negativeDataRejection,
  contentTypeConformance,
  responseSchemaConformance,
  responseHeadersConformance,
  writeOnlyInResponse,
  errorBodyLeak,
  invariant,
  bystanderUnchanged,
  refusedUpdateLeavesNoTrace,
  partialUpdateFrame,
  resourceIdentity,
  sentValueReturned,
  writeThenRead,
  unsentFieldKept,
  updateThenRead,
  jsonPatchApplied,
  deletedIsGone,
  phantomUpdate,
  useAfterDelete,
  deleteTwice,
  createdIsListed,
  listPages,
  absentId,
  readOnlyKept,
  instantPreserved,
  updateStampIsNow,
  otherRecordInResponse,
  discriminatorNamesSchema,
  undocumentedDemand,
  undocumentedField,
  undocumentedBody,
  unstableAnswer,
  challengeWith401,
  allowWith405,
  problemStatus,
  locationResolves,
  bodyWithoutContent,
  etagSyntax,
  retryAfterSyntax,
  deprecationSyntax,
  sunsetSyntax,
  linkSyntax,
]
