import { describe, expect, test } from 'vitest'
import type { Json } from '../../../../src/json.ts'
import { refusedFields } from '../../../../src/run/complete/refused-fields.ts'

const names = (body: Json) => refusedFields(body).map(({ path }) => path.join('.'))

/** For each framework, the body with which it refuses a request that lacks the property `kind`. */
const bodies: readonly (readonly [string, Json])[] = [
  ['FastAPI', { detail: [{ type: 'missing', loc: ['body', 'kind'], msg: 'Field required', input: {} }] }],
  ['Django REST framework', { kind: ['This field is required.'] }],
  ['Rails with names', { errors: { kind: ["can't be blank"] } }],
  ['Rails with sentences', { errors: ["Kind can't be blank"] }],
  [
    'Spring',
    {
      status: 400,
      error: 'Bad Request',
      errors: [{ field: 'kind', defaultMessage: 'must not be null', code: 'NotNull' }],
    },
  ],
  [
    'Spring with violations',
    { title: 'Constraint Violation', status: 400, violations: [{ field: 'kind', message: 'must not be null' }] },
  ],
  [
    'ASP.NET',
    {
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { Kind: ['The Kind field is required.'] },
    },
  ],
  ['Laravel', { message: 'The kind field is required.', errors: { kind: ['The kind field is required.'] } }],
  ['NestJS', { statusCode: 400, message: ['kind must be a string', 'kind should not be empty'], error: 'Bad Request' }],
  [
    'express-openapi-validator',
    {
      message: "request/body must have required property 'kind'",
      errors: [
        { path: '/body/kind', message: "must have required property 'kind'", errorCode: 'required.openapi.validation' },
      ],
    },
  ],
  [
    'ajv',
    [
      {
        instancePath: '',
        keyword: 'required',
        params: { missingProperty: 'kind' },
        message: "must have required property 'kind'",
      },
    ],
  ],
  ['zod', { error: { issues: [{ code: 'invalid_type', expected: 'string', path: ['kind'], message: 'Required' }] } }],
  ['zod, flattened', { formErrors: [], fieldErrors: { kind: ['Required'] } }],
  [
    'joi',
    {
      message: '"kind" is required',
      details: [{ message: '"kind" is required', path: ['kind'], type: 'any.required' }],
    },
  ],
  ['express-validator', { errors: [{ type: 'field', msg: 'Invalid value', path: 'kind', location: 'body' }] }],
  ['the validator of Go', { error: "Key: 'Pet.Kind' Error:Field validation for 'Kind' failed on the 'required' tag" }],
  ['JSON:API', { errors: [{ source: { pointer: '/data/attributes/kind' }, detail: "can't be blank" }] }],
  [
    'problem details',
    { type: 'about:blank', title: 'Invalid', status: 422, errors: [{ detail: 'is required', pointer: '#/kind' }] },
  ],
  [
    'problem details with invalid-params',
    { title: 'Invalid', 'invalid-params': [{ name: 'kind', reason: 'is required' }] },
  ],
  ['marshmallow', { errors: { json: { kind: ['Missing data for required field.'] } } }],
  ['serde', { error: 'missing field `kind` at line 1 column 14' }],
  ['a plain sentence', { error: 'kind is required' }],
]

describe('a property that a refusal names', () => {
  test.each(bodies)('is found in the error format of %s', (_framework, body) => {
    const found = names(body)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((name) => /(^|\.)kind$/i.test(name))).toBe(true)
  })

  test('is ignored if the same refusal names 20 other properties before it', () => {
    const errors = Array.from({ length: 500 }, (_, index) => ({ field: `kind${index}`, message: 'is required' }))
    expect(names({ errors })).toHaveLength(20)
  })

  test.each<[string, Json]>([
    [
      'a message without the name of a property',
      { error: 'Bad Request', message: 'Validation failed', statusCode: 400 },
    ],
    ['a text', 'The request is invalid'],
    ['an empty list', { errors: [] }],
    ['null', null],
    ['a trace id', { traceId: 'abc', status: 400, title: 'Invalid' }],
  ])('is not assumed if the refusal is %s', (_what, body) => expect(names(body)).toEqual([]))
})

test('only the first errors are read if a refusal has very many errors', () => {
  const errors = Array.from({ length: 150_000 }, (_, index) => ({ loc: ['body', `field${index}`], msg: 'is required' }))
  expect(refusedFields({ detail: errors })).toHaveLength(20)
  const fields = Object.fromEntries(errors.map(({ loc }) => [loc[1] ?? '', ['is required']]))
  expect(refusedFields({ errors: fields })).toHaveLength(20)
})
