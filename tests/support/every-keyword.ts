import type { Json } from '../../src/json.ts'

/** Schemas that together use every keyword of JSON Schema 2020-12, alone and combined. */
export const EVERY_KEYWORD: Readonly<Record<string, Json>> = {
  type: { type: 'integer' },
  types: { type: ['string', 'integer'] },
  nullable: { type: ['string', 'null'] },
  boolean: { type: 'boolean' },
  enum: { enum: ['open', 'paid', 3, null, { a: 1 }] },
  'nullable enum': { type: ['string', 'null'], enum: ['open', 'paid', null] },
  const: { const: { version: 1 } },
  'a date and time': { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  uuid: { type: 'string', format: 'uuid' },
  email: { type: 'string', format: 'email' },
  'a pattern': { type: 'string', pattern: '^[A-Z]{3}-\\d+$' },
  lengths: { type: 'string', minLength: 2, maxLength: 4 },
  'one length': { type: 'string', minLength: 3, maxLength: 3 },
  bounds: { type: 'integer', minimum: 1, maximum: 10 },
  'open bounds': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  'a multiple': { type: 'integer', multipleOf: 7, minimum: 1 },
  cents: { type: 'number', multipleOf: 0.01, minimum: 0, maximum: 100 },
  int32: { type: 'integer', format: 'int32' },
  items: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, maxItems: 3 },
  'different items': { type: 'array', items: { enum: ['a', 'b', 'c'] }, uniqueItems: true, minItems: 2 },
  'a tuple': { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 1 },
  'a tuple with a rest': { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
  contains: { type: 'array', contains: { const: 'a' } },
  'counted contains': { type: 'array', contains: { const: 'a' }, minContains: 2, maxContains: 3 },
  'unevaluated items': { type: 'array', allOf: [{ prefixItems: [{ type: 'string' }] }], unevaluatedItems: false },
  'unevaluated items beside contains': {
    type: 'array',
    contains: { type: 'string' },
    unevaluatedItems: { type: 'integer' },
  },
  'an object': {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, note: { type: ['string', 'null'], maxLength: 5 } },
  },
  'a closed object': {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, note: { type: 'string' } },
    additionalProperties: false,
  },
  'a map': { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 1, maxProperties: 3 },
  'names by pattern': { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
  'names of properties': { type: 'object', propertyNames: { pattern: '^[a-z]{1,3}$' }, minProperties: 1 },
  'dependent names': {
    type: 'object',
    properties: { card: { type: 'string' }, address: { type: 'string' } },
    dependentRequired: { card: ['address'] },
  },
  'dependent schemas': {
    type: 'object',
    properties: { card: { type: 'string' } },
    dependentSchemas: { card: { required: ['name'], properties: { name: { type: 'string' } } } },
  },
  'all of': {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
      { type: 'object', properties: { b: { type: 'integer' } } },
    ],
    unevaluatedProperties: false,
  },
  'any of': {
    anyOf: [
      { type: 'string', maxLength: 3 },
      { type: 'integer', minimum: 5 },
    ],
  },
  'one of': {
    oneOf: [
      { type: 'object', required: ['kind', 'a'], properties: { kind: { const: 'a' }, a: { type: 'string' } } },
      { type: 'object', required: ['kind', 'b'], properties: { kind: { const: 'b' }, b: { type: 'integer' } } },
    ],
  },
  'one of two that overlap': {
    oneOf: [
      { type: 'integer', multipleOf: 2 },
      { type: 'integer', multipleOf: 3 },
    ],
  },
  not: { type: 'string', not: { const: 'secret' } },
  'if then else': {
    type: 'object',
    properties: { method: { enum: ['home', 'clinic'] }, room: { type: ['string', 'null'] } },
    required: ['method', 'room'],
    if: { properties: { method: { const: 'home' } } },
    then: { properties: { room: { type: 'null' } } },
    else: { properties: { room: { type: 'string' } } },
  },
  'nested objects': {
    type: 'object',
    required: ['lines'],
    properties: {
      lines: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['sku', 'count'],
          properties: { sku: { type: 'string', pattern: '^[A-Z]+$' }, count: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
  'a property called __proto__': JSON.parse(
    '{"type":"object","required":["__proto__"],"properties":{"__proto__":{"type":"integer"},"constructor":{"type":"string"}}}',
  ) as Json,
  'required names of Object': { type: 'object', required: ['toString', 'constructor'] },
  'local definitions': {
    $ref: '#/components/schemas/Subject/$defs/short',
    minLength: 2,
    $defs: { short: { type: 'string', maxLength: 5 } },
  },
  'a tree': {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 1 },
      children: { type: 'array', items: { $ref: '#/components/schemas/Subject' } },
    },
    additionalProperties: false,
  },
  'an anchor': {
    type: 'object',
    properties: { a: { $ref: '#short' } },
    $defs: { one: { $anchor: 'short', type: 'string', maxLength: 2 } },
  },
  'a dynamic reference': {
    type: 'object',
    properties: { next: { $dynamicRef: '#node' } },
    $defs: { node: { $dynamicAnchor: 'node', type: 'object', required: ['id'] } },
  },
  'unevaluated after a choice': {
    type: 'object',
    properties: { kind: { type: 'string' } },
    anyOf: [
      { required: ['a'], properties: { a: { type: 'integer' } } },
      { required: ['b'], properties: { b: { type: 'integer' } } },
    ],
    unevaluatedProperties: false,
  },
  'a list of counts': { type: 'array', uniqueItems: true, items: { type: 'integer', minimum: 0, maximum: 3 } },
  true: true,
}

/**
 * Names of schemas that plain Ajv (without the extensions of this project) evaluates wrongly, or whose references it
 * cannot resolve.
 */
export const AJV_AT_A_LOSS: ReadonlySet<string> = new Set([
  'a property called __proto__',
  'unevaluated items beside contains',
  'an anchor',
  'a dynamic reference',
])
