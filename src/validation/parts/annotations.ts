import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { pointer } from '../../document/json-pointer.ts'
import type { Json } from '../../json.ts'
import { packageFile } from './package-file.ts'

/** The names of all annotations. */
export const ANNOTATIONS: readonly string[] = [
  'x-source',
  'x-unreachable',
  'x-states',
  'x-scenarios',
  'x-server-data',
  'x-update',
  'x-follows',
  'x-volatile',
  'x-reads-back',
  'x-invariants',
]

/** A mismatch between an annotation and its schema. */
export interface AnnotationFault {
  /** JSON Pointer into the annotation's value. */
  readonly at: string
  readonly message: string
}

/** Checks an annotation against `specs/annotations.schema.json`. */
export function judgeAnnotation(name: string, value: Json): AnnotationFault[] {
  compiled ??= compile()
  const validate = compiled.getSchema(`annotations#/$defs/${name}`)
  if (validate === undefined || validate(value) === true) return []
  const faults = innermost(validate.errors ?? []).map((error): AnnotationFault => {
    return { at: placeOf(error), message: describe(error) }
  })
  return [...new Map(faults.map((fault) => [fault.at, fault])).values()]
}

// Compiled once, because compiling takes longer than checking every annotation.
let compiled: Ajv2020 | undefined

function compile(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, allowUnionTypes: true })
  const schema = JSON.parse(readFileSync(packageFile('specs/annotations.schema.json'), 'utf8')) as object
  return ajv.addSchema(schema, 'annotations')
}

/** Removes errors that only repeat an error below or beside them. */
function innermost(errors: readonly ErrorObject[]): ErrorObject[] {
  const own = errors.filter(({ keyword, propertyName }) => keyword !== 'if' && propertyName === undefined)
  return own.filter(
    (error) =>
      !['oneOf', 'anyOf', 'allOf'].includes(error.keyword) ||
      !own.some((other) => other !== error && other.instancePath.startsWith(error.instancePath)),
  )
}

function placeOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return instancePath + pointer(String(params['additionalProperty']))
  return keyword === 'propertyNames' ? instancePath + pointer(String(params['propertyName'])) : instancePath
}

function describe({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `\`${String(params['missingProperty'])}\` is missing`
    case 'additionalProperties':
      return `\`${String(params['additionalProperty'])}\` is not a known key here`
    case 'enum': {
      const allowed: unknown = params['allowedValues']
      return `expected one of ${Array.isArray(allowed) ? allowed.map((each) => JSON.stringify(each)).join(', ') : ''}`
    }
    case 'const':
      return `expected ${JSON.stringify(params['allowedValue'])}`
    case 'type':
      return `it is not ${String(params['type']).replaceAll(',', ' or ')}`
    case 'pattern':
      return params['pattern'] === '\\S' ? 'it is empty' : `it does not match ${String(params['pattern'])}`
    case 'propertyNames':
      return `\`${String(params['propertyName'])}\` is not allowed as a name here`
    default:
      return `it ${message ?? 'has the wrong form'}`
  }
}
