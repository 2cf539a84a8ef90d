import type { ApiName } from '../../sandbox/apis.ts'
import type { PlanName } from '../../src/cases/plan-context.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readPolicy } from '../../src/run/policy.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { ProofSettings } from './proved-contract.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { rules } from '../../src/rules/rules.ts'
import type { SpecFolder } from '../../src/cli/apis.ts'
import type { Host } from '../../src/cli/host/host.ts'

/** Returns the settings of a proof of the given APIs. */
export function settleProof(apis: readonly SpecFolder[], plan: PlanName, host: Pick<Host, 'elapsed'>): ProofSettings {
  return {
    contracts: apis.map(({ name, document, policy }) => {
      const read = readDocument(document)
      return { api: name as ApiName, document: read, operations: listOperations(read), policy: readPolicy(policy) }
    }),
    rules,
    seed: 1,
    plan,
    now: DEFAULT_NOW,
    elapsed: () => host.elapsed(),
  }
}
