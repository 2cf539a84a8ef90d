import { planChecks } from './checks.ts'
import { planClient } from './client-plan.ts'
import { emitClient } from './emitters/client.ts'
import { emitHandlers } from './emitters/handlers.ts'
import { emitIndex } from './emitters/index-file.ts'
import { emitScenarios } from './emitters/scenarios.ts'
import { emitTypes } from './emitters/types.ts'
import { emitValidators } from './emitters/validators.ts'
import type { Api, GeneratedFile } from './generated-file.ts'
import { listNamedSchemas } from './prepare/named-schemas.ts'
import { refuseUnsupported } from './prepare/refuse-unsupported.ts'
import { relocate } from './prepare/relocate.ts'
import { selfContained } from './prepare/self-contained.ts'
import { listSendableOperations } from './prepare/sendable-operations.ts'
import { splitOneWay } from './prepare/split-one-way.ts'

/**
 * Generates the code for a document. Equal documents and names give equal bytes on every machine. Leaves out the parts
 * that `listDropped` lists. Throws `not-generated` if correct code cannot be generated.
 */
export async function generate(api: Api): Promise<GeneratedFile[]> {
  const operations = listSendableOperations(api.document)
  refuseUnsupported(api.document, operations)
  const { root, forRequests } = splitOneWay(selfContained(api.document))
  const schemas = listNamedSchemas(api, operations, forRequests)
  const checks = planChecks(api, operations, schemas)
  const plan = planClient(api, operations, schemas)
  const files = [
    await emitTypes(api, root, schemas),
    emitClient(api, plan, checks, schemas),
    ...(await emitValidators(api, schemas, checks)),
    ...(api.handlers === false ? [] : [emitHandlers(api)]),
    emitScenarios(api, plan),
    emitIndex(api, plan),
  ]
  return (api.layout ?? 'repository') === 'repository' ? files : relocate(files, api)
}
