import { isArray, isObject, type Json } from '../../json.ts'
import { hasType, isNumeric } from '../values/values.ts'
import type { KeywordGroup } from '../schema.ts'

/** The type of the values that a keyword checks. */
export type AppliesTo = 'any' | 'string' | 'number' | 'array' | 'object'

/**
 * The kind of value that a keyword has. `schema`: one schema. `schemas`: a list of schemas. `schema-map`: a map of
 * names to schemas. `reference`: a reference to a schema. `assertion`: a check without a subschema. `annotation`: no
 * check.
 */
export type KeywordRole = 'assertion' | 'schema' | 'schemas' | 'schema-map' | 'reference' | 'annotation'

/** The entry of a keyword in the table of known keywords. */
export interface KeywordEntry {
  readonly role: KeywordRole
  readonly group: KeywordGroup
  readonly appliesTo: AppliesTo
  /** The form that the value of the keyword must have, such as `a list`. */
  readonly form: string
  readonly isWellFormed: (value: Json) => boolean
}

type Form = readonly [words: string, isWellFormed: (value: Json) => boolean]

const TYPES = new Set<Json>(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'])
const isSchema = (value: Json): boolean => typeof value === 'boolean' || isObject(value)
const isStrings = (value: Json): boolean =>
  isArray(value) && value.every((one) => typeof one === 'string') && new Set(value).size === value.length
const isCount = (value: Json): boolean => hasType(value, 'integer') && Number(value) >= 0

const anything: Form = ['anything', () => true]
const aSchema: Form = ['a schema', isSchema]
const schemas: Form = [
  'a non-empty list of schemas',
  (value) => isArray(value) && value.length > 0 && value.every(isSchema),
]
const schemaMap: Form = [
  'a map of names to schemas',
  (value) => isObject(value) && Object.values(value).every(isSchema),
]
const aString: Form = ['a string', (value) => typeof value === 'string']
const aNumber: Form = ['a number', isNumeric]
const aCount: Form = ['an integer of 0 or more', isCount]
const typeForm: Form = [
  'a JSON Schema type or a list of types',
  (value) =>
    TYPES.has(value) ||
    (isArray(value) && value.length > 0 && isStrings(value) && value.every((one) => TYPES.has(one))),
]

const entry = (
  role: KeywordRole,
  appliesTo: AppliesTo,
  [form, isWellFormed]: Form,
  group: KeywordGroup = 'rest',
): KeywordEntry => ({
  role,
  appliesTo,
  form,
  isWellFormed,
  group,
})
const annotation = entry('annotation', 'any', anything)

const entries: Readonly<Record<string, KeywordEntry>> = {
  // Core vocabulary: JSON Schema 2020-12 Core §8.
  $ref: entry('reference', 'any', aString),
  $dynamicRef: entry('reference', 'any', aString),
  $schema: annotation,
  $id: annotation,
  $anchor: annotation,
  $dynamicAnchor: annotation,
  $vocabulary: annotation,
  $comment: annotation,
  $defs: annotation,
  definitions: annotation,
  // Validation vocabulary: JSON Schema 2020-12 Validation §6, §7.
  type: entry('assertion', 'any', typeForm, 'type'),
  enum: entry('assertion', 'any', ['a list', isArray], 'enum'),
  const: entry('assertion', 'any', anything, 'enum'),
  format: entry('assertion', 'any', aString, 'format'),
  pattern: entry('assertion', 'string', aString, 'pattern'),
  minLength: entry('assertion', 'string', aCount, 'bounds'),
  maxLength: entry('assertion', 'string', aCount, 'bounds'),
  minimum: entry('assertion', 'number', aNumber, 'bounds'),
  maximum: entry('assertion', 'number', aNumber, 'bounds'),
  exclusiveMinimum: entry('assertion', 'number', aNumber, 'bounds'),
  exclusiveMaximum: entry('assertion', 'number', aNumber, 'bounds'),
  minItems: entry('assertion', 'array', aCount, 'bounds'),
  maxItems: entry('assertion', 'array', aCount, 'bounds'),
  minProperties: entry('assertion', 'object', aCount, 'bounds'),
  maxProperties: entry('assertion', 'object', aCount, 'bounds'),
  multipleOf: entry('assertion', 'number', ['a number greater than 0', (value) => isNumeric(value) && value > 0]),
  uniqueItems: entry('assertion', 'array', ['a boolean', (value) => typeof value === 'boolean']),
  minContains: entry('assertion', 'array', aCount),
  maxContains: entry('assertion', 'array', aCount),
  required: entry('assertion', 'object', ['a list of unique strings', isStrings]),
  dependentRequired: entry('assertion', 'object', [
    'a map of names to lists of unique strings',
    (value) => isObject(value) && Object.values(value).every(isStrings),
  ]),
  // Applicator and unevaluated vocabularies: JSON Schema 2020-12 Core §10, §11.
  allOf: entry('schemas', 'any', schemas),
  anyOf: entry('schemas', 'any', schemas),
  oneOf: entry('schemas', 'any', schemas),
  not: entry('schema', 'any', aSchema),
  if: entry('schema', 'any', aSchema),
  then: entry('schema', 'any', aSchema),
  else: entry('schema', 'any', aSchema),
  dependentSchemas: entry('schema-map', 'object', schemaMap),
  prefixItems: entry('schemas', 'array', schemas),
  items: entry('schema', 'array', aSchema),
  contains: entry('schema', 'array', aSchema),
  properties: entry('schema-map', 'object', schemaMap),
  patternProperties: entry('schema-map', 'object', schemaMap),
  additionalProperties: entry('schema', 'object', aSchema),
  propertyNames: entry('schema', 'object', aSchema),
  unevaluatedItems: entry('schema', 'array', aSchema),
  unevaluatedProperties: entry('schema', 'object', aSchema),
  // Annotations: the Meta-data and Content vocabularies, and the base vocabulary of OpenAPI 3.1.
  title: annotation,
  description: annotation,
  default: annotation,
  deprecated: annotation,
  readOnly: annotation,
  writeOnly: annotation,
  examples: annotation,
  contentEncoding: annotation,
  contentMediaType: annotation,
  contentSchema: annotation,
  discriminator: annotation,
  xml: annotation,
  externalDocs: annotation,
  example: annotation,
}

/** The names of all known keywords. */
export const KEYWORD_NAMES: readonly string[] = Object.keys(entries)

/**
 * Returns the entry of a keyword in the table. Returns undefined for an unknown keyword. Names that begin with `x-` are
 * annotations.
 */
export function keywordEntry(name: string): KeywordEntry | undefined {
  if (name.startsWith('x-')) return annotation
  return Object.hasOwn(entries, name) ? entries[name] : undefined
}
