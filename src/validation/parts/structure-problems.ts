import { tokens } from '../../document/json-pointer.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { headerProblems, parameterProblems } from './parameter-problems.ts'
import { both, TOKEN, twoKindsOfExamples, type StructurePlace, type StructureProblem } from './structure-problem.ts'

/** Returns the problems of an object. Leaves out problems that the rule `struct` of Redocly reports. */
export function structureProblems(pointer: string, value: JsonObject, openapi: string): StructureProblem[] {
  const path = tokens(pointer)
  const [owner, parent = '', name = ''] = ['', '', ...path].slice(-3)
  // Below `properties`, each key is the name of a property, even if it looks like a keyword of OpenAPI.
  if (owner === 'properties' || parent === 'properties' || value['$ref'] !== undefined) return []
  const place = { path, value, minor: Number(openapi.slice(2, 3)) }
  if (path.length === 0) return rootProblems(place, openapi)
  if (parent === 'parameters') return typeof value['in'] === 'string' ? parameterProblems(place) : []
  if (parent === 'headers') return headerProblems(place)
  if (parent === 'content' || parent === 'mediaTypes') return mediaTypeProblems(place)
  if (parent === 'links') return linkProblems(name, value)
  if (parent === 'info' && name === 'license') return both(value, name, 'url', 'identifier')
  if (parent === 'flows') return scopeProblems(value)
  if (parent === 'encoding' || parent === 'prefixEncoding' || name === 'itemEncoding') return encodingProblems(place)
  if (name === 'components' && path.length === 1) return nameProblems(value)
  if (name === 'xml' && place.minor >= 2) {
    return ['attribute', 'wrapped'].flatMap((key) => both(value, name, 'nodeType', key))
  }
  return [...statusProblems(value), ...additionalOperationProblems(place)]
}

function rootProblems({ value, minor }: StructurePlace, openapi: string): StructureProblem[] {
  const self = value['$self']
  return [
    ...(/^3\.\d+\.\d+(-.+)?$/.test(openapi)
      ? []
      : [{ message: `\`openapi\` is not a complete version such as ${openapi}.0`, isOptional: true as const }]),
    ...(minor >= 2 && typeof self === 'string' && self.includes('#')
      ? [{ field: '$self', message: '`$self` has a fragment' }]
      : []),
  ]
}

function mediaTypeProblems({ path, value, minor }: StructurePlace): StructureProblem[] {
  const name = path.at(-1) ?? ''
  return [...twoKindsOfExamples(value, name), ...encodingProblems({ path, value, minor })]
}

/** Reports `encoding` next to `prefixEncoding` or `itemEncoding`, which is not allowed. OpenAPI 3.2.0 §4.14, §4.15. */
function encodingProblems({ path, value, minor }: StructurePlace): StructureProblem[] {
  if (minor < 2) return []
  return ['prefixEncoding', 'itemEncoding'].flatMap((key) => both(value, path.at(-1) ?? '', 'encoding', key))
}

/**
 * Returns the invalid names in some maps of `components`. Redocly does not check the names in these maps. OpenAPI 3.2.0
 * §4.7.
 */
function nameProblems(components: JsonObject): StructureProblem[] {
  return ['pathItems', 'mediaTypes'].flatMap((map) => {
    const names = isObject(components[map]) ? Object.keys(components[map]) : []
    return names
      .filter((name) => !/^[\w.-]+$/.test(name))
      .map((name) => ({
        field: `${map}/${name}`,
        message: `the name \`${name}\` has characters other than A-Z, a-z, 0-9, _, - and .`,
        isOptional: true as const,
      }))
  })
}

/** Returns the problems of a Link Object. OpenAPI 3.1.1 §4.8.20. */
function linkProblems(name: string, value: JsonObject): StructureProblem[] {
  if (value['parameters'] !== undefined && !isObject(value['parameters']))
    return [{ field: 'parameters', message: '`parameters` of a link is not an object' }]
  if (value['operationRef'] !== undefined || value['operationId'] !== undefined)
    return both(value, name, 'operationRef', 'operationId')
  return [{ message: `\`${name}\` has neither \`operationRef\` nor \`operationId\``, isOptional: true }]
}

function statusProblems({ responses }: JsonObject): StructureProblem[] {
  if (!isObject(responses)) return []
  if (Object.keys(responses).length === 0)
    return [{ field: 'responses', message: '`responses` has no response', isOptional: true }]
  return Object.keys(responses)
    .filter((key) => /^\d[\dX]{2}$/i.test(key) && !/^[1-5](\d\d|XX)$/i.test(key))
    .map((key) => ({
      field: `responses/${key}`,
      message: `\`${key}\` is not a status from 100 to 599 or a range such as 4XX`,
    }))
}

function scopeProblems({ scopes }: JsonObject): StructureProblem[] {
  if (!isObject(scopes) || Object.values(scopes).every((each) => typeof each === 'string')) return []
  return [{ field: 'scopes', message: 'the description of a scope is not text', isOptional: true }]
}

/** Matches the methods that have their own field in a Path Item Object, such as `get`. OpenAPI 3.2.0 §4.9. */
const FIXED = /^(get|put|post|delete|options|head|patch|trace|query)$/i

function additionalOperationProblems({ value, minor }: StructurePlace): StructureProblem[] {
  const more = value['additionalOperations']
  if (minor < 2 || !isObject(more)) return []
  return Object.keys(more).flatMap((method) => {
    const fixed = FIXED.test(method)
      ? `the method ${method} must be written as the field \`${method.toLowerCase()}\` of the path`
      : undefined
    const message = fixed ?? (TOKEN.test(method) ? undefined : `\`${method}\` is not an HTTP method`)
    return message === undefined ? [] : [{ field: `additionalOperations/${method}`, message }]
  })
}
