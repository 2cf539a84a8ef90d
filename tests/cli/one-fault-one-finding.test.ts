import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import type { Mock } from '../../src/targets/mock.ts'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { openDocumentMock } from '../../src/targets/mock.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { openSpoilingProxy, type Passing } from '../support/spoiling-proxy.ts'

type Spoil = (answer: Passing) => Partial<Passing>

/**
 * Returns a function that changes a JSON object in a response. This function sets the properties that `change` returns,
 * and removes those whose value is undefined.
 */
const body =
  (change: (value: JsonObject) => Readonly<Record<string, Json | undefined>>): Spoil =>
  ({ body: value }) =>
    isObject(value) ? { body: JSON.parse(JSON.stringify({ ...value, ...change(value) })) as Json } : {}

const without = (name: string): Spoil => body(() => ({ [name]: undefined }))
const with_ = (name: string, value: Json): Spoil => body(() => ({ [name]: value }))
const naive = (name: string): Spoil =>
  body((value) => {
    const text = value[name]
    return typeof text === 'string' ? { [name]: text.replace(/(Z|[+-]\d\d:\d\d)$/, '') } : {}
  })
const status =
  (code: number): Spoil =>
  () => ({ status: code })
const contentType =
  (type: string): Spoil =>
  () => ({ contentType: type })

/** Returns the clause id for the JSON body of the responses with the status `code`. */
const json = (code: number): string => `updateAppointment/responses/${code}/content/application~1json`
const schema = 'response_schema_conformance error'

const lobbie: readonly [string, number, Spoil, string][] = [
  ['a missing field', 200, without('endTime'), `${schema} ${json(200)}/schema/required/endTime`],
  ['a field of the wrong type', 200, with_('note', 7), `${schema} ${json(200)}/schema/properties/note/type`],
  ['an undocumented enum value', 200, with_('status', 'LATE'), `${schema} ${json(200)}/schema/properties/status/enum`],
  ['an undocumented status', 200, status(202), 'status_code_conformance error updateAppointment/responses'],
  ['the wrong content type', 200, contentType('text/html'), `content_type_conformance error ${json(200)}`],
  ['the wrong documented status', 200, status(400), 'scenario_expectation error updateAppointment/responses/200'],
  ['the status 200 in place of 400', 400, status(200), 'scenario_expectation error updateAppointment/responses/400'],
  ['the status 200 in place of 401', 401, status(200), 'ignored_auth error updateAppointment/security/PartnerOAuth'],
  [
    'a date-time without an offset',
    200,
    naive('createdAt'),
    `${schema} ${json(200)}/schema/properties/createdAt/format`,
  ],
]

const aniva: readonly [string, number, Spoil, string][] = [
  ['a missing field', 200, without('shipments'), `${schema} ${json(200)}/schema/required/shipments`],
  ['a field of the wrong type', 200, with_('panels', 'none'), `${schema} ${json(200)}/schema/properties/panels/type`],
  [
    'an undocumented enum value',
    200,
    with_('test_method', 'nurse'),
    `${schema} ${json(200)}/schema/properties/test_method/enum`,
  ],
  ['an undocumented status', 200, status(202), 'status_code_conformance error updateAppointment/responses'],
  ['the wrong content type', 200, contentType('text/html'), `content_type_conformance error ${json(200)}`],
  ['the wrong documented status', 200, status(409), 'scenario_expectation error updateAppointment/responses/200'],
  ['the status 200 in place of 400', 400, status(200), 'scenario_expectation error updateAppointment/responses/400'],
  ['a documented 500', 200, status(500), 'not_a_server_error error updateAppointment/responses/500'],
  [
    'a date-time without an offset',
    200,
    naive('scheduled_at'),
    `${schema} ${json(200)}/schema/properties/scheduled_at/format`,
  ],
]

describe.each([
  { api: 'lobbie', lies: lobbie },
  { api: 'aniva', lies: aniva },
])('a mock of the document of $api', ({ api, lies }) => {
  let mock: Mock
  beforeAll(async () => {
    mock = await openDocumentMock(readDocument(`specs/${api}/openapi.yaml`), {})
  })
  afterAll(() => mock.close())

  const gate = async (lie?: { status: number; spoil: Spoil }) => {
    const proxy = await openSpoilingProxy(mock.url, lie)
    const ran = await runGate(['--api', api, '--target', 'mock', '-u', proxy.url])
    await proxy.close()
    return { ...ran, spoiled: proxy.spoiled }
  }

  test('passes if the proxy between the gate and the mock changes no response', async () => {
    const { code, report } = await gate()
    expect(findingsOf(report)).toEqual([])
    expect(code).toBe(0)
  })

  test.each(lies)(
    'has exactly one finding, about the violated clause, if a proxy adds the fault "%s" to each %i response',
    async (_name, code, spoil, told) => {
      const ran = await gate({ status: code, spoil })
      expect(ran.spoiled).toBeGreaterThan(0)
      expect(findingsOf(ran.report)).toEqual([told])
      expect(ran.code).toBe(1)
    },
  )
})
