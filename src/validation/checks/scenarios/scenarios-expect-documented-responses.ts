import { pointer, tokens } from '../../../document/json-pointer.ts'
import { responseFor, type Operation } from '../../../operations/operation.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { hasProperty } from '../../parts/has-property.ts'
import type { PlacedScenario } from '../../parts/list-scenarios.ts'

export const scenariosExpectDocumentedResponses: DocumentCheck = {
  id: 'scenarios_expect_documented_responses',
  title: 'every scenario expects a documented response',
  why: 'A server need not return an undocumented response. A scenario that expects one would fail on a correct server.',
  level: 'error',
  check(context) {
    return [...context.operations.flatMap(undocumentedStatuses), ...context.scenarios.flatMap(faultsOf)]
  },
}

function undocumentedStatuses(operation: Operation): DocumentFault[] {
  const statuses = new Map([
    ...operation.scenarios.map(({ status, address }) => [status, address.slice(0, address.lastIndexOf('/'))] as const),
    ...[...operation.unreachableStatuses.keys()].map(
      (status) => [status, operation.address + pointer('x-scenarios', status)] as const,
    ),
  ])
  return [...statuses]
    .filter(([status]) => !isDocumented(operation, status))
    .map(([status, address]) => ({
      address,
      message: `the operation does not document status ${status}`,
      next: 'add the status to `responses`, or remove it here',
    }))
}

function faultsOf({ operation, scenario, at }: PlacedScenario): DocumentFault[] {
  const response = operation.responses.find(({ status }) => status === scenario.status)
  const accepted = scenario.accept
    .map((status, index) => ({ status, index }))
    .filter(({ status }) => !isDocumented(operation, status))
    .map(({ status, index }) => ({
      address: at('accept', index),
      message: `the operation does not document status ${status}`,
      next: 'add the status to `responses`, or remove it here',
    }))
  const schemas = response?.content.flatMap(({ schema }) => schema ?? []) ?? []
  const unknown = Object.keys(scenario.then.body)
    .filter((path) => schemas.length > 0 && !schemas.some((schema) => hasProperty(schema, tokens(path))))
    .map((path) => ({
      address: at('then', 'body', path),
      message: `the schema of ${scenario.status} has no property at ${path}`,
      next: 'correct the pointer, or add the property to the schema',
    }))
  return [...accepted, ...unknown]
}

function isDocumented(operation: Operation, status: string): boolean {
  return (
    operation.responses.some((response) => response.status === status) ||
    (/^\d{3}$/.test(status) && responseFor(operation, Number(status)) !== undefined)
  )
}
