import type { Document } from '../../document/document.ts'
import { printLocation } from '../../document/location.ts'
import { ContractError } from '../../errors.ts'
import { asText, isObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { isForm } from '../../client/requests/encode-body.ts'
import { problemOf } from '../client-plan.ts'

/**
 * Throws `not-generated` if correct code cannot be generated for one of the operations. The error names the first such
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
    refuseUnequalPath(operation, where)
    refuseUnwritableForm(operation)
    const problems = security.map(problemOf)
    const [problem] = problems
    if (problem !== undefined && problems.every((each) => each !== undefined))
      throw new ContractError('not-generated', {
        what: `${operation.id} requires ${problem}`,
        where,
        next: 'add an alternative that a client can send: an API key, basic, bearer or OAuth 2.0',
      })
  }
}

/** Throws if the path parameters of an operation are not the names in braces in its path. OpenAPI 3.1.1 §4.8.2. */
function refuseUnequalPath({ id, path, parameters }: Operation, where: string): void {
  const inBraces = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const described = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
  const undescribed = inBraces.find((name) => !described.includes(name))
  const extra = described.find((name) => !inBraces.includes(name))
  if (undescribed === undefined && extra === undefined) return
  throw new ContractError('not-generated', {
    what:
      undescribed === undefined
        ? `${id} has a path parameter ${extra}, but its path has no {${extra}}`
        : `${id} describes no path parameter ${undescribed}, which the path contains`,
    where,
    next: 'list exactly the parameters that the path contains',
  })
}

/**
 * Throws for a multipart body that is not a form. Also throws for a form whose parts require headers, because a client
 * has no values for these headers. OpenAPI 3.1.1 §4.8.15.
 */
function refuseUnwritableForm({ id, document, requestBody }: Operation): void {
  const [media] = requestBody?.content ?? []
  if (media !== undefined && /^multipart\//i.test(media.range) && !isForm(media.range))
    throw new ContractError('not-generated', {
      what: `${id} sends ${media.range}, but a generated client can send only multipart/form-data`,
      where: printLocation(document.locate(media.address)),
      next: 'add a media type that a client can write',
    })
  if (media === undefined || !isForm(media.range)) return
  for (const [name, { headers = [] }] of Object.entries(media.encoding ?? {})) {
    const header = headers.find(({ required }) => required)
    if (header === undefined) continue
    throw new ContractError('not-generated', {
      what: `${id} requires the header ${header.name} in the part ${name} of a form, but a generated client has no value for this header`,
      where: printLocation(document.locate(header.address)),
      next: 'remove `required: true` from the header',
    })
  }
}
