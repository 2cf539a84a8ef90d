import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { contractMatchers, shippedDocument } from '../../../src/vitest/index.ts'
import { json, lobbieAppointment } from '../client/fixtures.ts'

expect.extend(contractMatchers)

const LOBBIE = 'specs/lobbie/openapi.yaml'
const url = 'https://api.lobbie.example/partner/v2/account/31/location/207/appointment/48213'
const request = {
  method: 'PUT',
  url,
  headers: { 'Content-Type': 'application/json' },
  body: { note: lobbieAppointment.note },
}
const response = { status: 200, headers: { 'content-type': 'application/json' }, body: lobbieAppointment }

/** Returns the error message of an assertion that fails. */
async function saidOf(expectation: Promise<void>): Promise<string> {
  const error: unknown = await expectation.then(
    () => new Error('the expectation is met'),
    (reason: unknown) => reason,
  )
  return error instanceof Error ? error.message : String(error)
}

describe('a response', () => {
  test('that matches its document passes, and its body stays readable', async () => {
    const answer = json(200, lobbieAppointment)
    await expect(answer).toSatisfyContract(LOBBIE, 'updateAppointment')
    expect(await answer.json()).toEqual(lobbieAppointment)
  })

  test('needs no operation id if the document has one operation', async () => {
    await expect(json(409, { message: 'Taken.' })).toSatisfyContract(LOBBIE)
  })

  test('that violates its document fails with a message, the position in the document, and the expected and received values', async () => {
    const said = await saidOf(
      expect(json(200, { ...lobbieAppointment, status: 'scheduled' })).toSatisfyContract(LOBBIE),
    )
    expect(said).toMatch(/^the response 200 to updateAppointment violates the document\nresponse_schema_conformance: /)
    expect(said).toMatch(/\n {2}where {5}\/status {3}specs\/lobbie\/openapi\.yaml:\d+:\d+\n {2}expected {2}/)
    expect(said).toMatch(/\n {2}received {2}\S/)
    expect(said).not.toContain('Annual checkup')
  })

  test('is reported without the names of properties that are not in the document', async () => {
    const leak = 'at Object.<anonymous> (/srv/app/index.js:10:5)'
    const said = await saidOf(
      expect(json(409, { message: 'Taken.', 'Jane\u001b[2J Doe': leak })).toSatisfyContract(LOBBIE),
    )
    expect(said).toContain('error_body_leak')
    expect(said).toMatch(/\n {2}where {5}\/<name 12> {3}/)
    expect(said).not.toContain('Jane')
    expect(said).not.toContain('\u001b')
  })

  test('can violate its document by status, content type, body, headers and invariants', async () => {
    const broken: [Response, string][] = [
      [json(418, {}), 'status_code_conformance'],
      [new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }), 'content_type_conformance'],
      [json(404, { error: 'x' }), 'response_schema_conformance'],
      [json(401, { message: 'No.' }), 'response_headers_conformance'],
      [json(200, { ...lobbieAppointment, endTime: '2026-01-15T08:00:00-05:00' }), 'invariant'],
      [json(409, { message: 'at Object.<anonymous> (/srv/app/index.js:10:5)' }), 'error_body_leak'],
    ]
    for (const [answer, rule] of broken) expect(await saidOf(expect(answer).toSatisfyContract(LOBBIE))).toContain(rule)
  })

  test('may have undocumented fields', async () => {
    await expect(json(200, { ...lobbieAppointment, room: '4b' })).toSatisfyContract(LOBBIE)
  })

  test('can be expected to violate its document, with `not`', async () => {
    await expect(json(418, {})).not.toSatisfyContract(LOBBIE)
    const said = await saidOf(expect(json(200, lobbieAppointment)).not.toSatisfyContract(LOBBIE))
    expect(said).toBe('the response 200 to updateAppointment satisfies the document, but a violation was expected')
  })
})

describe('a request with its response', () => {
  test('passes if both are from fetch; both bodies can still be read after the check', async () => {
    const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
    const { id } = sandbox.demo.aniva.path as { id: string }
    const sent = new Request(`http://sandbox.invalid/api/v1/appointments/${id}`, {
      method: 'PATCH',
      headers: { 'x-api-key': sandbox.partners.aniva.partner.value, 'content-type': 'application/json' },
      body: JSON.stringify({ scheduled_at: '2026-02-02T09:30:00+01:00' }),
    })
    const pair = { request: sent, response: await sandbox.fetch(sent.clone()) }
    await expect(pair).toSatisfyContract('specs/aniva/openapi.yaml')
    expect(await pair.request.json()).toEqual({ scheduled_at: '2026-02-02T09:30:00+01:00' })
    expect(pair.response.status).toBe(200)
    expect(await pair.response.json()).toMatchObject({ id })
  })

  test('passes if both are recorded data, with bodies as values, text or bytes', async () => {
    for (const write of [
      (value: unknown) => value,
      JSON.stringify,
      (value: unknown) => Buffer.from(JSON.stringify(value)),
    ]) {
      await expect({
        request: { ...request, body: write(request.body) },
        response: { ...response, body: write(response.body) },
      }).toSatisfyContract(LOBBIE)
    }
  })

  test('passes if both are from a HAR file', async () => {
    const headers = [{ name: 'Content-Type', value: 'application/json' }]
    const content = { text: Buffer.from(JSON.stringify(lobbieAppointment)).toString('base64'), encoding: 'base64' }
    await expect({
      startedDateTime: '2026-01-05T09:00:00.000Z',
      request: { method: 'PUT', url, headers, postData: { text: '{"note":"Annual checkup"}' } },
      response: { status: 200, headers, content },
    }).toSatisfyContract(LOBBIE)
  })

  test('fails if the response to an accepted update does not contain the sent values', async () => {
    const pair = { request: { ...request, body: { note: 'Something else' } }, response }
    expect(await saidOf(expect(pair).toSatisfyContract(LOBBIE))).toContain('partial_update_frame')
    const moved = { request: { ...request, body: { startTime: '2026-01-15T10:00:00-05:00' } }, response }
    expect(await saidOf(expect(moved).toSatisfyContract(LOBBIE))).toMatch(/partial_update_frame|instant_preserved/)
  })

  test('passes without the sent values in the response if the option `remembers` is false', async () => {
    const pair = { request: { ...request, body: { note: 'Something else' } }, response }
    await expect(pair).toSatisfyContract(LOBBIE, { remembers: false })
  })

  test('is matched to its operation by its path, whatever the base path, or by an operation id', async () => {
    const below = { request: { ...request, url: url.replace('example/', 'example/gateway/') }, response }
    await expect(below).toSatisfyContract(LOBBIE)
    await expect(below).toSatisfyContract(LOBBIE, { operation: 'updateAppointment' })
  })
})

describe('an error is thrown', () => {
  const answer = json(200, lobbieAppointment)

  test.each([
    [
      'for an unknown operation',
      () => expect(answer).toSatisfyContract(LOBBIE, 'bookAppointment'),
      /There is no such operation: the document has no operation bookAppointment\n.*openapi\.yaml\n.*updateAppointment \(PUT /,
    ],
    [
      'for a request that matches no operation',
      () => expect({ request: { ...request, method: 'GET' }, response }).toSatisfyContract(LOBBIE),
      /no GET operation of the document matches the path/,
    ],
    [
      'for a missing document',
      () => expect(answer).toSatisfyContract('specs/nobody.yaml'),
      /document cannot be read: the file does not exist/,
    ],
    [
      'for a file that is not an OpenAPI document',
      () => expect(answer).toSatisfyContract('package.json'),
      /not an OpenAPI 3\.0, 3\.1 or 3\.2 document/,
    ],
    [
      'for a value without a status',
      () => expect({ body: {} }).toSatisfyContract(LOBBIE),
      /the response has no status/,
    ],
    [
      'for a pair without a request',
      () => expect({ request: undefined, response }).toSatisfyContract(LOBBIE),
      /the request has no method or no url/,
    ],
  ] as const)('%s', async (_what, fail, message) => {
    expect(await saidOf(fail())).toMatch(message)
  })

  test('for a body that was already read', async () => {
    const read = json(200, lobbieAppointment)
    await read.text()
    expect(await saidOf(expect(read).toSatisfyContract(LOBBIE))).toMatch(/was already read\n.*pass a clone/)
  })

  test('for a missing document, even if the test expects a violation (`not.toSatisfyContract`)', async () => {
    expect(await saidOf(expect(answer).not.toSatisfyContract('specs/nobody.yaml'))).toMatch(/cannot be read/)
  })
})

describe('a document', () => {
  test('can be given by path, by URL or by its shipped name', async () => {
    for (const document of [LOBBIE, pathToFileURL(LOBBIE), pathToFileURL(LOBBIE).href, shippedDocument('lobbie')]) {
      await expect(json(200, lobbieAppointment)).toSatisfyContract(document)
    }
  })

  test('is read again after its file has changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'document-'))
    const file = join(folder, 'openapi.yaml')
    const write = (status: string, seconds: number): void => {
      const responses = `{ '${status}': { description: It is there. } }`
      writeFileSync(
        file,
        `openapi: 3.1.1\ninfo: { title: T, version: '1' }\npaths: { /x: { get: { responses: ${responses} } } }\n`,
      )
      utimesSync(file, seconds, seconds)
    }
    write('204', 1)
    await expect(new Response(null, { status: 204 })).toSatisfyContract(file)
    write('205', 2)
    await expect(new Response(null, { status: 204 })).not.toSatisfyContract(file)
    rmSync(folder, { recursive: true })
  })
})
