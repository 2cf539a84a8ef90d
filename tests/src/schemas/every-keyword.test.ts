import { expect, test } from 'vitest'
import { isArray, isObject, type Json } from '../../../src/json.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

/** JSON Schema 2020-12 Core §8.2, §10, §11 and Validation §6, §7: every keyword that can make a value invalid. */
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

/** Every name in a schema, of keywords and of properties. */
function namesIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(namesIn)
  return isObject(value) ? Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]) : []
}

test.each(KEYWORDS)('%s occurs in the schemas whose drawn values are checked', (keyword) => {
  expect(Object.values(EVERY_KEYWORD).flatMap(namesIn)).toContain(keyword)
})
