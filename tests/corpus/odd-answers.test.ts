import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { serve, type Answers } from './serve.ts'

const DOCUMENT = `
openapi: 3.1.0
info: { title: Odd answers, version: 1.0.0 }
paths:
  /order:
    head:
      operationId: probe
      responses:
        '200': { description: there, content: { application/json: { schema: { type: object, required: [id] } } } }
    get:
      operationId: read
      parameters: [{ name: version, in: query, required: true, schema: { enum: [2] } }]
      responses:
        '200':
          description: in two versions
          content:
            application/vnd.order+json; version=1: { schema: { type: object, required: [one] } }
            application/vnd.order+json; version=2: { schema: { type: object, required: [two] } }
        4XX: { description: no }
    put:
      operationId: replace
      responses:
        '204': { description: done, content: { application/json: { schema: { type: object, required: [id] } } } }
  /codes:
    get:
      operationId: codes
      responses:
        '200':
          description: codes
          content:
            application/json:
              schema:
                type: object
                properties:
                  code: { type: string, format: colour }
                  text: { type: string, pattern: '(?i)a' }
                  kind: { type: string, hue: red }
                patternProperties: { '(?i)^x-': { type: string } }
                additionalProperties: false
`

const correct: Answers = ({ method = '' }, { pathname, searchParams }) => {
  if (pathname === '/codes') {
    return method === 'GET' ? [200, { code: 'red', text: 'A', kind: 'a', 'X-More': 'a' }] : [405]
  }
  if (method === 'HEAD') return [200, undefined, { 'content-type': 'application/json' }]
  if (method === 'PUT') return [204]
  if (method !== 'GET') return [405, undefined, { allow: 'GET, HEAD, PUT' }]
  if (searchParams.get('version') !== '2') return [400]
  return [200, { two: 2 }, { 'content-type': 'application/vnd.order+json;version="2"; charset=utf-8' }]
}

const run = async (answers: Answers): ReturnType<typeof runGate> => {
  const url = await serve(answers)
  return inFolder({ 'odd.yaml': DOCUMENT }, () => runGate(['--spec', 'odd.yaml', '-u', url], {}, true))
}

test('the clauses of a documented response body are not applicable if HTTP forbids a body', async () => {
  const { code, report } = await run(correct)
  // The exit code is 2, because the document contains another operation with invalid schemas.
  expect([findingsOf(report), code]).toEqual([[], 2])
  const bodies = report.runs.flatMap(({ clauses }) => clauses.filter(({ id }) => /^(probe|replace).*content/.test(id)))
  expect(new Set(bodies.map(({ state, because }) => `${state}: ${because ?? ''}`))).toEqual(
    new Set([
      'not-applicable: a response to HEAD has no body: RFC 9110 §9.3.2',
      'not-applicable: a response with 204 has no body: RFC 9110 §6.4.1',
    ]),
  )
})

test('a response body is checked by the schema of the media type whose version equals that of the response', async () => {
  const { code, report } = await run((request, url, body) =>
    request.method === 'GET' && url.pathname === '/order'
      ? [200, { one: 1 }, { 'content-type': 'application/vnd.order+json; version=2' }]
      : correct(request, url, body),
  )
  expect(code).toBe(1)
  expect(findingsOf(report)).toContain(
    'response_schema_conformance error read/responses/200/content/application~1vnd.order+json; version=2/schema/required/two',
  )
})

test('the gate checks the rest of a schema if some of its keywords do not compile', async () => {
  const { report } = await run(correct)
  const states = report.runs.flatMap(({ clauses }) =>
    clauses
      .filter(({ id }) => id.startsWith('codes') && id.includes('schema'))
      .map(({ pointer, state, because }) => [pointer.split('schema')[1], state, because]),
  )
  expect(states.filter(([, state]) => state !== 'passed')).toEqual([
    ['/patternProperties', 'not-run', 'the pattern `(?i)^x-` is not a valid JavaScript regular expression'],
    [
      '/additionalProperties',
      'not-run',
      '`additionalProperties` depends on a `patternProperties` that cannot be compiled',
    ],
    ['/properties/text/pattern', 'not-run', 'the pattern `(?i)a` is not a valid JavaScript regular expression'],
    ['/properties/kind/hue', 'not-run', '`hue` is not a keyword of JSON Schema 2020-12 or OpenAPI 3.1'],
  ])
  const { report: lied } = await run((request, url, body) =>
    url.pathname === '/codes' ? [200, { code: 7 }] : correct(request, url, body),
  )
  expect(findingsOf(lied)).toContain(
    'response_schema_conformance error codes/responses/200/content/application~1json/schema/properties/code/type',
  )
})
