import { expect, test } from 'vitest'
import { isArray, isObject, type Json } from '../../../src/json.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

/**
 * All keywords that a value can violate, and the keywords on which they depend, such as `$defs`. See JSON Schema
 * 2020-12 Core §8.2, §10, §11 and Validation §6, §7.
 */
const KEYWORDS: readonly string[] = [
  ...['$ref', '$dynamicRef', '$anchor', '$dynamicAnchor', '$defs'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
  ...['prefixItems', 'items', 'contains', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
  ...['type', 'enum', 'const', 'format'],
  ...['multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern'],
  ...['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'],
  ...['maxProperties', 'minProperties', 'required', 'dependentRequired'],
]

/** Returns every key of every object in a schema: names of keywords and names of properties. */
function namesIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(namesIn)
  return isObject(value) ? Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]) : []
}

test.each(KEYWORDS)('the test schemas of EVERY_KEYWORD contain the keyword %s', (keyword) => {
  expect(Object.values(EVERY_KEYWORD).flatMap(namesIn)).toContain(keyword)
})
