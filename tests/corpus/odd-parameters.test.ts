import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { serve, type Answers } from './serve.ts'

const DOCUMENT = `
openapi: 3.1.0
info: { title: Odd parameters, version: 1.0.0 }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
paths:
  /orders of/{undeclared}/größe:
    get:
      operationId: odd
      security: [{ key: [] }]
      parameters:
        - { name: x-key, in: header, required: true, schema: { type: string, minLength: 40 } }
        - { name: X-Tenant, in: header, required: true, schema: { type: string, minLength: 3 } }
        - { name: Content-Length, in: header, schema: { type: integer } }
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer, maximum: 9 }, maxItems: 2 } }
        - { name: color, in: query, style: deepObject, schema: { type: object, required: [r], properties: { r: { type: integer } }, additionalProperties: false } }
        - { name: size, in: cookie, schema: { type: string, maxLength: 4 } }
      responses: { '200': { description: done }, '400': { description: no }, '401': { description: who } }
`

/**
 * Makes the responses of a server that accepts at most `most` ids. The server parses parameters without the code of the
 * gate, because this file tests that code.
 */
const shop =
  (most = 2): Answers =>
  ({ method, headers, url: target = '' }) => {
    const [path = '', query = ''] = target.split('?')
    if (path !== '/orders%20of/a7/gr%C3%B6%C3%9Fe') return [404]
    if (method !== 'GET') return [405]
    if (headers['x-key'] !== 'let-me-in') return [401, undefined, { 'www-authenticate': 'ApiKey' }]
    const tenant = headers['x-tenant'] ?? ''
    if (tenant !== 'acme' && (tenant.length < 3 || tenant.includes(','))) return [400]
    const pairs = query === '' ? [] : query.split('&').map((pair) => decodeURIComponent(pair).split('='))
    const ids = pairs.filter(([name]) => name === 'ids').flatMap(([, value = '']) => value.split(','))
    if (ids.length > most || ids.some((id) => !/^-?\d+$/.test(id) || Number(id) > 9)) return [400]
    const color = pairs.filter(([name = '']) => name.startsWith('color'))
    if (
      color.length > 0 &&
      (color.length !== 1 || color[0]?.[0] !== 'color[r]' || !/^-?\d+$/.test(color[0][1] ?? ''))
    ) {
      return [400]
    }
    const size = /(?:^|; )size=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? ''
    return size.length > 4 ? [400] : [200]
  }

const run = async (answers: Answers, ...more: string[]): ReturnType<typeof runGate> => {
  const url = await serve(answers)
  const given = ['-H', 'X-Key: let-me-in', '-H', 'X-Tenant: acme', ...more]
  return inFolder({ 'odd.yaml': DOCUMENT }, () => runGate(['--spec', 'odd.yaml', '-u', url, ...given]))
}

test('a header parameter gets no negative cases if the HTTP client or the credentials set the header', async () => {
  // Skips the validation (`--no-validate`), because the document does not declare one of its path parameters.
  const { code, report } = await run(shop(), '--no-validate', '--param', 'undeclared=a7')
  expect([findingsOf(report), report.runs[0]?.because, code]).toEqual([[], [], 0])
  const states = report.runs.flatMap(({ clauses }) =>
    clauses.filter(({ state }) => state === 'not-applicable').map(({ because }) => because),
  )
  expect(new Set(states)).toEqual(
    new Set(['the parameter holds the credential of key', 'the HTTP client sets the header Content-Length']),
  )
  const refused = report.runs.flatMap(({ clauses }) =>
    clauses.filter(({ id, state }) => id.endsWith(':refuses') && state === 'passed').map(({ pointer }) => pointer),
  )
  expect(refused).toEqual(
    expect.arrayContaining([
      '/parameters/ids/schema/maxItems',
      '/parameters/ids/schema/items/type',
      '/parameters/ids/schema/items/maximum',
      '/parameters/color/schema/properties/r/type',
      '/parameters/color/schema/additionalProperties',
      '/parameters/size/schema/maxLength',
      '/parameters/X-Tenant/required',
    ]),
  )
})

test('the gate detects a server that ignores maxItems of a parameter', async () => {
  const { code, report } = await run(shop(Infinity), '--param', 'undeclared=a7')
  expect([code, findingsOf(report)]).toEqual([
    1,
    ['negative_data_rejection error odd/parameters/ids/schema/maxItems:refuses'],
  ])
})

test('a path variable such as `{id}` needs a value from --param if the document declares no parameter for it', async () => {
  const { code, report } = await run(shop())
  expect([code, findingsOf(report)]).toEqual([2, []])
  expect(report.runs[0]?.because.join('\n')).toContain('--param undeclared=…')
})
