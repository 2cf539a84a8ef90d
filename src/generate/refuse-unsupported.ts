import type { Document } from '../document/document.ts'
import { printLocation } from '../document/location.ts'
import { ContractError } from '../errors.ts'
import { asText, isObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { supportedKind } from './client-plan.ts'

/**
 * Throws `not-generated` if correct code cannot be generated for an operation. The error names the first such
 * operation.
 */
export function refuseUnsupported(document: Document, operations: readonly Operation[]): void {
  const byId = new Map<string, Operation>()
  for (const operation of operations) {
    const where = printLocation(document.locate(operation.address))
    const { value } = document.resolve(operation.address)
    const operationId = isObject(value) ? asText(value['operationId'] ?? '') : ''
    const { security } = operation
    if (operationId !== '' && byId.has(operationId))
      throw new ContractError('not-generated', {
        what: `two operations have the operationId ${operationId}`,
        where,
        next: 'give each operation a different operationId',
      })
    if (operationId !== '') byId.set(operationId, operation)
    const unsupported = security.map(({ schemes }) =>
      schemes.find((scheme) => scheme.type !== 'mutualTLS' && supportedKind(scheme) === undefined),
    )
    const [first] = unsupported
    if (first !== undefined && unsupported.every((scheme) => scheme !== undefined))
      throw new ContractError('not-generated', {
        what: `${operation.id} requires the security scheme ${first.name}: ${first.type} ${first.scheme ?? ''}`.trim(),
        where,
        next: 'add an alternative that a client can send: an API key, basic, bearer or OAuth 2.0',
      })
  }
}
