import type { Document } from '../document/document.ts'
import { listCallbacks, listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { schemaComparison } from '../schemas/compare-schemas.ts'
import { compareRequestBody } from './compare/compare-bodies.ts'
import { compareIdentity, sunsetOf } from './compare/compare-identity.ts'
import { compareParameters } from './compare/compare-parameters.ts'
import { compareResponses } from './compare/compare-responses.ts'
import { compareSecurity } from './compare/compare-security.ts'
import { compareCredentialUrls, compareOperationServers, compareServers } from './compare/compare-servers.ts'
import { compareInvariants } from './compare/contract/compare-invariants.ts'
import { compareScenarios } from './compare/contract/compare-scenarios.ts'
import { compareSources } from './compare/contract/compare-sources.ts'
import { compareStates } from './compare/contract/compare-states.ts'
import { compareUpdate } from './compare/contract/compare-update.ts'
import type { Change } from './change.ts'
import type { CompareOperation, FoundChange, OperationPair } from './found.ts'
import { joinChanges, type PlacedChange } from './join-changes.ts'
import { pairOperations } from './pair-operations.ts'

/** All comparisons of an operation, in report order. */
const COMPARERS: readonly CompareOperation[] = [
  compareIdentity,
  compareOperationServers,
  compareSecurity,
  compareParameters,
  compareRequestBody,
  compareResponses,
  compareScenarios,
  compareInvariants,
  compareUpdate,
  compareSources,
]

/** All comparisons of the whole document. */
const WHOLE: readonly ((base: Document, head: Document) => readonly FoundChange[])[] = [
  compareServers,
  compareCredentialUrls,
  compareStates,
]

export interface DiffOptions {
  /** Today's date in ISO 8601. After the date in `x-sunset`, an operation may be removed. */
  readonly today: string
}

/** Returns all changes from one document to another, the worst first. */
export function diffDocuments(base: Document, head: Document, { today }: DiffOptions): Change[] {
  const schemas = {
    request: schemaComparison(base, head, 'request'),
    response: schemaComparison(base, head, 'response'),
  }
  const found: PlacedChange[] = WHOLE.flatMap((compare) => compare(base, head)).map((each) => ({
    ...each,
    operation: undefined,
  }))
  const context = { base, head, today, schemas, found, nested: new Set<string>() }
  compareOperations(listOperations(base), listOperations(head), context)
  compareOperations(listOperations(base, 'webhooks'), listOperations(head, 'webhooks'), context, 'webhook')
  return joinChanges(found, base, head)
}

/** The kinds of operations that the API provider calls and the consumer serves. */
type Called = 'webhook' | 'callback'

interface Context extends Pick<OperationPair, 'schemas'>, DiffOptions {
  readonly base: Document
  readonly head: Document
  /** The changes that were found so far. */
  readonly found: PlacedChange[]
  /**
   * The pairs of callbacks whose nested callbacks have been compared. They are compared only once per pair, because a
   * callback can contain itself through references.
   */
  readonly nested: Set<string>
}

/**
 * Adds the changes between two lists of operations. If they are callbacks, `owner` is the operation that contains them.
 */
function compareOperations(
  mine: readonly Operation[],
  theirs: readonly Operation[],
  context: Context,
  called?: Called,
  owner = '',
): void {
  const { head, today, schemas, found, nested } = context
  const { pairs, removed, added } = pairOperations(mine, theirs, called === undefined ? 'renamed' : 'kept')
  const nameOf = ({ method, path }: Operation): string =>
    [owner, called, method, path].filter((each) => each !== undefined && each !== '').join(' ')
  const add = (operation: Operation, all: readonly FoundChange[]): void => {
    for (const each of all) found.push({ ...each, operation: nameOf(operation) })
  }
  for (const { base, head: other, isRenamed } of pairs) {
    const pair = { base, head: other, isWebhook: called !== undefined, schemas }
    const renamed = isRenamed ? [renamedPath(base, other)] : []
    add(other, [...renamed, ...COMPARERS.flatMap((compare) => compare(pair))])
    const places = `${base.address} ${other.address}`
    if (called === 'callback' && nested.has(places)) continue
    if (called === 'callback') nested.add(places)
    compareOperations(listCallbacks(base), listCallbacks(other), context, 'callback', nameOf(other))
  }
  for (const each of removed) add(each, [removedOperation(each, head, called, today)])
  for (const each of added) {
    const what = `The ${called ?? 'operation'} was added.`
    const rule = `${called ?? 'operation'}-added` as const
    add(each, [{ rule, part: '', what, base: context.base.root.address, head: each.address }])
  }
}

function renamedPath(base: Operation, head: Operation): FoundChange {
  const what = `The path changed from \`${base.path}\` to \`${head.path}\`.`
  return { rule: 'path-renamed', part: '', what, base: base.address, head: head.address }
}

function removedOperation(each: Operation, head: Document, called: Called | undefined, today: string): FoundChange {
  const about = { part: '', base: each.address, head: head.root.address }
  if (called !== undefined) return { ...about, rule: `${called}-removed`, what: `The ${called} was removed.` }
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
