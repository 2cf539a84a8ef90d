import { childOf } from '../../../document/document.ts'
import { ROLES } from '../../../operations/annotations.ts'
import { responseFor, type Operation } from '../../../operations/operation.ts'
import { fieldsOf } from '../../../operations/read/read-update.ts'
import { REFUSAL_VARIABLES } from '../../../refusals/compile-refusals.ts'
import type { Schema } from '../../../schemas/schema.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { hasProperty } from '../../parts/has-property.ts'
import { propertyPaths, type PropertyPath } from '../../parts/property-paths.ts'

export const refusalsNameKnownParts: DocumentCheck = {
  id: 'refusals_name_known_parts',
  title: 'every refusal rule has a unique id and a documented status, and reads only declared names',
  why: 'A rule that reads a misspelt name is never true. A status that is not documented cannot be expected.',
  level: 'error',
  check({ operations }) {
    return operations.flatMap((operation) => [...faultsOfRules(operation), ...faultsOfStates(operation)])
  },
}

function faultsOfRules(operation: Operation): DocumentFault[] {
  const seen = new Set<string>()
  return operation.refusals.flatMap(({ id, status, accept, when, address }) => {
    const faults: DocumentFault[] = []
    if (seen.has(id)) {
      const message = `another refusal rule of \`${operation.id}\` has the id \`${id}\``
      faults.push({ address: childOf(address, 'id'), message, next: 'give this rule another id' })
    }
    seen.add(id)
    for (const [key, each] of [['status', status] as const, ...accept.map((other) => ['accept', other] as const)]) {
      if (responseFor(operation, Number(each)) !== undefined) continue
      const message = `the refusal rule \`${id}\` refuses with ${each}, which \`${operation.id}\` does not document`
      faults.push({
        address: childOf(address, key),
        message,
        next: 'document the response, or correct the status of the rule',
      })
    }
    for (const name of unknownNames(operation, when)) {
      const message = `the refusal rule \`${id}\` reads \`${name}\`, which does not exist`
      faults.push({ address: childOf(address, 'when'), message, next: 'correct the spelling, or declare the name' })
    }
    return faults
  })
}

/** Reports a provider state that excludes every role. No case could use this state. */
function faultsOfStates({ states, refusals }: Operation): DocumentFault[] {
  if (refusals.length === 0) return []
  return [...states.values()]
    .filter(({ excludes }) => ROLES.every((role) => excludes.includes(role)))
    .map(({ name, address }) => ({
      address: childOf(address, 'excludes'),
      message: `the provider state \`${name}\` excludes every role`,
      next: 'exclude fewer roles, or remove the state',
    }))
}

function unknownNames(operation: Operation, when: string): string[] {
  let paths: readonly PropertyPath[]
  try {
    paths = propertyPaths(when, REFUSAL_VARIABLES)
  } catch {
    // The check `refusals_compile` reports an expression that does not compile.
    return []
  }
  const unknown = paths.filter((path) => !isKnown(operation, path))
  return [...new Set(unknown.map(({ variable, path }) => [variable, ...path].join('.').replaceAll('.*', '[…]')))]
}

function isKnown(operation: Operation, { variable, path }: PropertyPath): boolean {
  const [first = '', ...rest] = path
  const states = [...operation.states.values()]
  const within = (key: 'gives' | 'with', below: readonly string[]): boolean =>
    states.some(({ address, [key]: value }) => {
      const schema: Schema = { document: operation.document, address: `${address}/${key}`, pointer: '', value }
      return hasProperty(schema, below)
    })
  switch (variable) {
    case 'sent':
      return operation.requestBody?.content.some(({ schema }) => fieldsOf(schema).has(first)) === true
    case 'given':
    case 'values':
      return within('gives', [variable, ...path])
    case 'state':
      return first === 'name' ? rest.length === 0 : first === 'with' && (rest.length === 0 || declares(states, rest[0]))
    case 'invalid':
      return (first === 'path' || first === 'body') && rest.length === 0
    case 'transitions':
      return operation.transitions.has(first)
    default:
      return path.length === 0
  }
}

function declares(states: readonly { readonly with: Readonly<Record<string, unknown>> }[], name = ''): boolean {
  return states.some(({ with: parameters }) => {
    const { properties } = parameters
    return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name)
  })
}
