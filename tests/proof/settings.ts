import { readDocument } from '../../src/document/read-document.ts'
import { readPolicy } from '../../src/run/policy.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { ProofSettings } from '../../proof/prove/proved-contract.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { rules } from '../../src/rules/rules.ts'

/** Returns the settings of a proof for the documents of Lobbie and Aniva. */
export function settings(): ProofSettings {
  return {
    contracts: (['lobbie', 'aniva'] as const).map((api) => {
      const document = readDocument(`specs/${api}/openapi.yaml`)
      return {
        api,
        document,
        operations: listOperations(document),
        policy: readPolicy(`specs/${api}/policy.yaml`),
      }
    }),
    rules,
    seed: 1,
    now: DEFAULT_NOW,
    plan: 'default',
    elapsed: () => performance.now(),
  }
}
