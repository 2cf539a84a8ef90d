import { readContractConfig } from '../config/read-contract-config.ts'
import type { Document } from '../document/document.ts'
import { nearestWord } from '../document/nearest-word.ts'
import { ContractError } from '../errors.ts'
import type { GraphCorrections } from '../journeys/operation-graph.ts'
import { listPathValues } from '../journeys/path-value.ts'
import { listOperations } from '../operations/list-operations.ts'

/**
 * Returns the settings of `contract.config.yaml` that correct the graph of operations of an API: which operation
 * supplies the ids for a path. Throws `bad-config` for an unknown path or operation id.
 */
export function graphCorrections(api: string, document: Document): GraphCorrections {
  const { apis, locate } = readContractConfig()
  const { graph } = apis[api] ?? {}
  if (graph === undefined) return {}
  const operations = listOperations(document)
  const ids = operations.map(({ id }) => id)
  const keys = listPathValues(operations).map(({ key }) => key)
  for (const [key, producers] of Object.entries(graph)) {
    const unknown = keys.includes(key) ? producers.find((id) => !ids.includes(id)) : key
    if (unknown === undefined) continue
    const near = nearestWord(unknown, unknown === key ? keys : ids)
    throw new ContractError('bad-config', {
      what: `\`apis.${api}.graph\` names ${unknown}, which the document does not have`,
      where: locate(`/apis/${api}/graph`),
      next: near === undefined ? '`contract-gate plan --graph` lists paths and operations' : `did you mean ${near}?`,
    })
  }
  return graph
}
