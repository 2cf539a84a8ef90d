import { childOf } from '../../../document/document.ts'
import type { Operation } from '../../../operations/operation.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { structureProblems } from '../../parts/structure-problems.ts'

/** Checks the requirements of OpenAPI that the rule `struct` of Redocly does not check. */
export const structureIsValid: DocumentCheck = {
  id: 'structure_is_valid',
  title: 'each object of the document must have only fields that OpenAPI allows together',
  why: 'Tools disagree about the meaning of a forbidden combination of fields, so they send or accept different requests.',
  level: 'error',
  general: true,
  check({ document, objects, operations }) {
    const next = `write this part as OpenAPI ${document.openapi.slice(0, 3)} defines it`
    const places = objects.flatMap(({ address, value }) => {
      const pointer = address.slice(address.indexOf('#') + 1)
      return structureProblems(pointer, value, document.openapi).map(({ field, ...problem }) => ({
        ...problem,
        address: field === undefined ? address : childOf(address, ...field.split('/')),
        next,
      }))
    })
    return [...places, ...operations.flatMap((operation) => queryProblems(operation, next))]
  },
}

/** Reports a second parameter with `in: querystring`, because only one is allowed. OpenAPI 3.2.0 §4.12. */
function queryProblems({ parameters }: Operation, next: string): DocumentFault[] {
  const [, ...more] = parameters.filter(({ style }) => style === 'querystring')
  return more.map(({ address }) => ({
    address,
    message: 'two parameters have `in: querystring`, but only one parameter can be the whole query string',
    next,
  }))
}
