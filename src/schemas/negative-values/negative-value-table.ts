import * as containers from './break-containers.ts'
import { breakChoice, breakNot } from './break-choices.ts'
import { breakType } from './break-type.ts'
import * as values from './break-values.ts'
import type { NegativeMaker } from './place.ts'

/** For each keyword, the function that makes values which violate it. */
export const NEGATIVE_VALUES: Readonly<Record<string, NegativeMaker>> = {
  type: breakType,
  enum: values.breakEnum,
  const: values.breakConst,
  format: values.breakFormat,
  pattern: values.breakPattern,
  minLength: values.breakMinLength,
  maxLength: values.breakMaxLength,
  minimum: values.breakMinimum,
  maximum: values.breakMaximum,
  exclusiveMinimum: values.breakOpenBound,
  exclusiveMaximum: values.breakOpenBound,
  multipleOf: values.breakMultipleOf,
  minItems: containers.breakMinItems,
  maxItems: containers.breakMaxItems,
  uniqueItems: containers.breakUniqueItems,
  contains: containers.breakContains,
  minContains: containers.breakContains,
  maxContains: containers.breakContains,
  items: containers.breakItems,
  unevaluatedItems: containers.breakItems,
  required: containers.breakRequired,
  dependentRequired: containers.breakDependentRequired,
  minProperties: containers.breakMinProperties,
  maxProperties: containers.breakMaxProperties,
  additionalProperties: containers.breakUnknownProperties,
  unevaluatedProperties: containers.breakUnknownProperties,
  propertyNames: containers.breakPropertyNames,
  patternProperties: containers.breakUnknownProperties,
  false: containers.breakForbidden,
  oneOf: breakChoice,
  anyOf: breakChoice,
  not: breakNot,
}

/**
 * The companions of each keyword. If no value violates only the keyword, an invalid value may violate its companions
 * too. Example: a value of the wrong type usually violates `enum` too.
 */
export const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  type: ['type', 'enum', 'const', 'format', 'multipleOf', 'oneOf', 'anyOf'],
  enum: ['const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'oneOf', 'anyOf'],
  const: ['enum', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'oneOf', 'anyOf'],
  format: ['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'enum', 'const'],
  pattern: ['format', 'minLength', 'maxLength', 'enum', 'const'],
  minLength: ['pattern', 'format', 'enum', 'const'],
  maxLength: ['pattern', 'format', 'enum', 'const'],
  minimum: ['exclusiveMinimum', 'enum', 'const', 'format', 'multipleOf'],
  maximum: ['exclusiveMaximum', 'enum', 'const', 'format', 'multipleOf'],
  exclusiveMinimum: ['minimum', 'enum', 'const', 'format', 'multipleOf'],
  exclusiveMaximum: ['maximum', 'enum', 'const', 'format', 'multipleOf'],
  multipleOf: ['enum', 'const', 'type'],
  minItems: ['contains', 'minContains'],
  maxItems: ['uniqueItems', 'maxContains', 'items', 'unevaluatedItems'],
  uniqueItems: ['maxItems', 'items', 'maxContains'],
  items: ['maxItems', 'unevaluatedItems'],
  unevaluatedItems: ['maxItems', 'items'],
  contains: ['minItems', 'uniqueItems'],
  minContains: ['minItems', 'uniqueItems'],
  maxContains: ['maxItems', 'uniqueItems'],
  required: ['minProperties', 'dependentRequired', 'oneOf', 'anyOf', 'required'],
  dependentRequired: ['required', 'dependentRequired'],
  minProperties: ['required', 'dependentRequired', 'oneOf', 'anyOf'],
  maxProperties: ['additionalProperties', 'unevaluatedProperties', 'propertyNames'],
  additionalProperties: [
    'maxProperties',
    'unevaluatedProperties',
    'additionalProperties',
    'propertyNames',
    'oneOf',
    'anyOf',
  ],
  unevaluatedProperties: ['maxProperties', 'additionalProperties', 'propertyNames', 'oneOf', 'anyOf'],
  propertyNames: ['maxProperties', 'additionalProperties', 'unevaluatedProperties'],
  oneOf: ['anyOf', 'required', 'const', 'enum', 'unevaluatedProperties'],
  anyOf: ['oneOf', 'required', 'const', 'enum', 'unevaluatedProperties'],
}
