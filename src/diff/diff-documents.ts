import type { Document } from '../document/document.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { schemaComparison } from '../schemas/compare-schemas.ts'
import { compareRequestBody } from './compare/compare-bodies.ts'
import { compareIdentity, sunsetOf } from './compare/compare-identity.ts'
import { compareParameters } from './compare/compare-parameters.ts'
import { compareResponses } from './compare/compare-responses.ts'
import { compareSecurity } from './compare/compare-security.ts'
import { compareCredentialUrls, compareServers } from './compare/compare-servers.ts'
import { compareInvariants } from './compare/contract/compare-invariants.ts'
import { compareScenarios } from './compare/contract/compare-scenarios.ts'
import { compareSources } from './compare/contract/compare-sources.ts'
import { compareStates } from './compare/contract/compare-states.ts'
import { compareUpdate } from './compare/contract/compare-update.ts'
import type { Change } from './change.ts'
import type { CompareOperation, Found } from './found.ts'
import { joinChanges, type PlacedChange } from './join-changes.ts'
import { pairOperations } from './pair-operations.ts'

/** Every comparison of an operation, in the order of the report. */
const COMPARERS: readonly CompareOperation[] = [
  compareIdentity,
  compareSecurity,
  compareParameters,
  compareRequestBody,
  compareResponses,
  compareScenarios,
  compareInvariants,
  compareUpdate,
  compareSources,
]

/** Every comparison of the whole document. */
const WHOLE: readonly ((base: Document, head: Document) => readonly Found[])[] = [
  compareServers,
  compareCredentialUrls,
  compareStates,
]

export interface DiffOptions {
  /** The current date, ISO 8601. Removing an operation is allowed after its `x-sunset` date. */
  readonly today: string
}

/** Returns every change from one document to another, the worst change first. Two equal documents give no changes. */
export function diffDocuments(base: Document, head: Document, { today }: DiffOptions): Change[] {
  const schemas = {
    request: schemaComparison(base, head, 'request'),
    response: schemaComparison(base, head, 'response'),
  }
  const found: PlacedChange[] = WHOLE.flatMap((compare) => compare(base, head)).map((each) => ({
    ...each,
    operation: undefined,
  }))
  for (const kind of ['paths', 'webhooks'] as const) {
    const isWebhook = kind === 'webhooks'
    const { pairs, removed, added } = pairOperations(
      listOperations(base, kind),
      listOperations(head, kind),
      isWebhook ? 'kept' : 'renamed',
    )
    const add = (operation: Operation, all: readonly Found[]): void => {
      const name = `${isWebhook ? 'webhook ' : ''}${operation.method} ${operation.path}`
      for (const each of all) found.push({ ...each, operation: name })
    }
    for (const { base: mine, head: theirs, isRenamed } of pairs) {
      const pair = { base: mine, head: theirs, isWebhook, schemas }
      const renamed = isRenamed ? [renamedPath(mine, theirs)] : []
      add(theirs, [...renamed, ...COMPARERS.flatMap((compare) => compare(pair))])
    }
    for (const each of removed) add(each, [removedOperation(each, head, isWebhook, today)])
    for (const each of added) {
      const what = `${isWebhook ? 'The webhook' : 'The operation'} was added.`
      const rule = isWebhook ? 'webhook-added' : 'operation-added'
      add(each, [{ rule, part: '', what, base: base.root.address, head: each.address }])
    }
  }
  return joinChanges(found, base, head)
}

function renamedPath(base: Operation, head: Operation): Found {
  const what = `The path changed from \`${base.path}\` to \`${head.path}\`.`
  return { rule: 'path-renamed', part: '', what, base: base.address, head: head.address }
}

function removedOperation(each: Operation, head: Document, isWebhook: boolean, today: string): Found {
  const about = { part: '', base: each.address, head: head.root.address }
  if (isWebhook) return { ...about, rule: 'webhook-removed', what: 'The webhook was removed.' }
  const sunset = sunsetOf(each)
  if (each.deprecated && sunset === undefined) {
    return { ...about, rule: 'deprecated-operation-removed', what: 'The deprecated operation was removed.' }
  }
  if (each.deprecated && sunset !== undefined && sunset <= today.slice(0, 10)) {
    return {
      ...about,
      rule: 'operation-removed-after-sunset',
      what: `The operation was removed after its sunset on ${sunset}.`,
    }
  }
  const before = each.deprecated ? ` before its sunset on ${sunset ?? ''}` : ''
  return { ...about, rule: 'operation-removed', what: `The operation was removed${before}.` }
}
