import { expect, test } from 'vitest'
import { planCases } from '../../../src/cases/plan-cases.ts'
import type { PlanContext } from '../../../src/cases/plan-context.ts'
import { exploreOperation } from '../../../src/cases/explore-operation.ts'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import type { Json, JsonObject } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import type { Operation } from '../../../src/operations/operation.ts'

const CONTEXT: PlanContext = {
  target: 'live',
  shows: { state: false, auth: 'full' },
  hasStates: false,
  roles: ['partner'],
  parameters: {},
  seed: 1,
  allowDestructive: true,
}

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

const BOOKING: JsonObject = {
  type: 'object',
  required: ['minutes', 'kind'],
  additionalProperties: false,
  properties: {
    minutes: { type: 'integer', minimum: 5, maximum: 60 },
    kind: { type: 'string', enum: ['long', 'short'] },
    note: { type: ['string', 'null'], maxLength: 4 },
    rooms: { type: 'array', minItems: 2, items: { type: 'integer' } },
    place: { type: 'object', required: ['city'], properties: { city: { type: 'string', minLength: 2 } } },
  },
}

function operationWith(content: JsonObject): Operation {
  const document = documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Bookings', version: '1' },
      paths: {
        '/bookings': {
          post: {
            operationId: 'book',
            requestBody: { required: true, content },
            responses: { '201': { description: 'booked' }, '400': { description: 'bad' } },
          },
        },
      },
    }),
    'bookings.json',
  )
  const [operation] = listOperations(document)
  if (operation === undefined) throw new Error('no operation')
  return operation
}

/**
 * Returns the bodies of the cases with a defect in the body. The key is the end of the case path. Leaves out cases that
 * send raw bytes.
 */
function negatives(content: JsonObject): Record<string, Json> {
  const { cases } = planCases([operationWith(content)], CONTEXT)
  return Object.fromEntries(
    cases
      .filter(({ negative, send }) => negative !== undefined && send.raw === undefined && send.body !== undefined)
      .filter(({ path }) => path.includes('/body/'))
      .map(({ path, send }) => [path.replace('book/negative/body/', ''), send.body ?? null]),
  )
}

test.each([FORM, MULTIPART])(
  'a form of type %s gets a negative case for each keyword that a form value can violate',
  (type) => {
    const found = negatives({ [type]: { schema: BOOKING } })
    expect(Object.keys(found).toSorted()).toEqual(
      [
        'additionalProperties/unknown',
        'properties/kind/enum/case',
        'properties/kind/enum/outside',
        'properties/minutes/maximum/above',
        'properties/minutes/minimum/below',
        'properties/minutes/type/text',
        'properties/note/maxLength/too-long',
        'properties/place/properties/city/minLength/too-short',
        'properties/place/required/city/absent',
        'properties/rooms/items/type/text',
        'properties/rooms/minItems/too-few',
        'required/kind/absent',
        'required/minutes/absent',
      ].filter((name) => Object.hasOwn(found, name) || !name.includes('/enum/')),
    )
    expect(found['properties/minutes/type/text']).toMatchObject({ minutes: 'abc' })
  },
)

test('all negative cases of a text/plain body send a string', () => {
  const schema = { type: 'string', minLength: 3, pattern: '^[a-z]+$' }
  const { cases } = planCases([operationWith({ 'text/plain': { schema } })], CONTEXT)
  const bodies = cases
    .filter(({ negative }) => negative?.clause.includes('/schema/') === true)
    .map(({ send }) => send.body)
  expect(bodies.length).toBeGreaterThanOrEqual(2)
  expect(bodies.every((body) => typeof body === 'string')).toBe(true)
})

test('the valid cases of a form send numbers and never send null', () => {
  const { cases } = planCases([operationWith({ [FORM]: { schema: BOOKING } })], CONTEXT)
  const bodies = cases.filter(({ expect: { kind } }) => kind === 'accepted').map(({ send }) => send.body as JsonObject)
  expect(bodies.length).toBeGreaterThan(5)
  expect(bodies.flatMap((body) => Object.values(body))).not.toContain(null)
  expect(bodies.map((body) => body['minutes'])).toEqual(expect.arrayContaining([5, 60]))
})

test('the first valid case of a form sends at least one property even if none is required', () => {
  const schema = { type: 'object', properties: { note: { type: 'string' } } }
  const { cases } = planCases([operationWith({ [FORM]: { schema } })], CONTEXT)
  expect(cases.find(({ path }) => path === 'book/valid/base')?.send.body).toEqual({
    note: expect.any(String) as string,
  })
})

test('a form that is not the first media type of a body also gets a positive case and negative cases', () => {
  const content = {
    'application/json': { schema: BOOKING },
    [FORM]: { schema: BOOKING },
    'application/xml': { schema: BOOKING },
  }
  const { cases, unplanned } = planCases([operationWith(content)], CONTEXT)
  expect(unplanned).toEqual([])
  expect(cases.map(({ path }) => path)).toContain('book/valid/base/application-x-www-form-urlencoded')
  const types = new Set(
    cases.filter(({ negative }) => negative?.keyword === 'maximum').map(({ send }) => send.contentType),
  )
  expect([...types]).toEqual(['application/json', FORM])
})

test('only a multipart form, not a URL-encoded form, has a negative case whose body is text without parts', () => {
  const raws = (type: string) =>
    planCases([operationWith({ [type]: { schema: BOOKING } })], CONTEXT).cases.flatMap(({ send }) => send.raw ?? [])
  expect(raws(MULTIPART)).toEqual(['no parts', ''])
  expect(raws(FORM)).toEqual([''])
})

test('the random cases of a form include valid and negative cases, and none sends null', () => {
  const operation = operationWith({ [FORM]: { schema: BOOKING } })
  const drawn = exploreOperation(operation, CONTEXT).draw(60)
  const [valid, negative] = [
    drawn.filter((each) => each.negative === undefined),
    drawn.filter((each) => each.negative !== undefined),
  ]
  expect(valid.length).toBeGreaterThan(3)
  expect(negative.length).toBeGreaterThan(3)
  for (const { send } of drawn) expect(Object.values(send.body as JsonObject)).not.toContain(null)
})

test('only the integer properties of a form have clauses about the refusal of a wrong type', () => {
  const ids = listClauses(operationWith({ [FORM]: { schema: BOOKING } })).map(({ id }) => id)
  const refuses = ids.filter((id) => id.endsWith('/type:refuses'))
  expect(refuses.map((id) => id.replace(/^.*schema/, ''))).toEqual([
    '/properties/minutes/type:refuses',
    '/properties/rooms/items/type:refuses',
  ])
})

test('the clauses of an XML schema, unlike those of a JSON schema, are marked as not checked', () => {
  const operation = operationWith({ 'application/xml': { schema: BOOKING }, 'application/json': { schema: BOOKING } })
  const unjudged = listClauses(operation).filter(({ fault = '' }) => fault.includes('XML'))
  expect(unjudged.length).toBeGreaterThan(10)
  expect(unjudged.every(({ pointer }) => pointer.includes('application~1xml/schema'))).toBe(true)
})
