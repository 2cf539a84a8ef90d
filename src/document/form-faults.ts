import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { Json } from '../json.ts'
import { pointer } from './json-pointer.ts'

/** A part of a value that its JSON Schema forbids. */
export interface FormFault {
  /** The JSON Pointer of the part that is forbidden. */
  readonly at: string
  /** The fault in words. Does not contain the value, because the value may be confidential. */
  readonly message: string
}

/** Validates a value and returns its faults, at most one per place. `validate` must be compiled with `allErrors`. */
export function listFormFaults(validate: ValidateFunction, value: Json): FormFault[] {
  if (validate(value) === true) return []
  const faults = innermost(validate.errors ?? []).map((error): FormFault => {
    return { at: placeOf(error), message: describe(error) }
  })
  return [...new Map(faults.map((fault) => [fault.at, fault])).values()]
}

/**
 * Removes errors that only repeat other errors. For example, `anyOf` reports an error in addition to the errors in its
 * branches.
 */
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
      return `the value is not of type ${String(params['type']).replaceAll(',', ' or ')}`
    case 'pattern':
      return params['pattern'] === '\\S'
        ? 'the value is empty'
        : `the value does not match ${String(params['pattern'])}`
    case 'propertyNames':
      return `\`${String(params['propertyName'])}\` is not allowed as a name here`
    default:
      return `the value ${message ?? 'has the wrong form'}`
  }
}
