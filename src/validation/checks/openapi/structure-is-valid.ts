import { childOf } from '../../../document/document.ts'
import { tokens } from '../../../document/json-pointer.ts'
import type { JsonObject } from '../../../json.ts'
import type { DocumentCheck } from '../../check.ts'

/** The serialization styles that OpenAPI allows, by the location of a parameter. OpenAPI 3.1.1 §4.8.12.3. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['matrix', 'label', 'simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

/** Requirements of OpenAPI that Redocly's rule `struct` does not check. */
export const structureIsValid: DocumentCheck = {
  id: 'structure_is_valid',
  title: 'parameters, headers, links and licenses combine their fields as OpenAPI requires',
  why: 'Tools resolve a forbidden combination differently, so they send or accept different requests.',
  level: 'error',
  general: true,
  check({ document, objects }) {
    const next = `write this part as OpenAPI ${document.openapi.startsWith('3.0') ? '3.0' : '3.1'} defines it`
    return objects.flatMap(({ address, value }) => {
      const [owner, own, name = ''] = ['', '', ...tokens(address.slice(address.indexOf('#') + 1))].slice(-3)
      // The keys of `properties` are not keywords: they are names of properties.
      if (owner === 'properties') return []
      return problemsOf(own ?? '', name, value, document.openapi).map(({ field, message }) => ({
        address: field === undefined ? address : childOf(address, field),
        message,
        next,
      }))
    })
  },
}

interface Problem {
  readonly field?: string
  readonly message: string
}

function problemsOf(parent: string, name: string, value: JsonObject, version: string): Problem[] {
  const isParameter = typeof value['in'] === 'string' && typeof value['name'] === 'string' && parent === 'parameters'
  if (isParameter) return [...problemsOfParameter(name, value), ...both(name, value, 'schema', 'content')]
  if (parent === 'headers') return both(name, value, 'schema', 'content')
  if (parent === 'links') return both(name, value, 'operationRef', 'operationId')
  if (parent === 'info' && name === 'license') return both(name, value, 'url', 'identifier')
  const isEmpty = name === 'responses' && parent !== 'components' && Object.keys(value).length === 0
  return isEmpty && version.startsWith('3.0') ? [{ message: '`responses` is empty' }] : []
}

function problemsOfParameter(name: string, value: JsonObject): Problem[] {
  const { in: place, required, style } = value
  const styles = STYLES[String(place)]
  const problems: Problem[] = []
  if (place === 'path' && required !== true) {
    problems.push(
      required === undefined
        ? { message: `\`${name}\` is a path parameter without \`required: true\`` }
        : { field: 'required', message: '`required` of a path parameter is not true' },
    )
  }
  if (typeof style === 'string' && styles !== undefined && !styles.includes(style)) {
    problems.push({
      field: 'style',
      message: `\`style\` of a ${String(place)} parameter must be one of ${styles.join(', ')}`,
    })
  }
  return problems
}

function both(name: string, value: JsonObject, one: string, other: string): Problem[] {
  if (value[one] === undefined || value[other] === undefined) return []
  return [{ message: `\`${name}\` has both \`${one}\` and \`${other}\`` }]
}
