import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetch as undiciFetch, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractMatchers } from '../../../src/vitest/index.ts'
import { lobbieAppointment } from '../client/fixtures.ts'

expect.extend(contractMatchers)

const LOBBIE = 'specs/lobbie/openapi.yaml'
const PATH = '/partner/v2/account/31/location/207/appointment/48213'
const JSON_TYPE = { 'content-type': 'application/json' }
const NOTE = { note: lobbieAppointment.note }
const right = JSON.stringify(lobbieAppointment)
const wrong = JSON.stringify({ ...lobbieAppointment, status: 'scheduled' })

let server: Server
let url = ''
beforeAll(async () => {
  server = createServer((asked, answer) => {
    asked.resume()
    asked.on('end', () => answer.writeHead(200, JSON_TYPE).end(asked.headers['x-wrong'] === undefined ? right : wrong))
  })
  // Keeps the connection open for a minute. Compiling the document can take longer than the default of 5 s, and undici
  // would then use a closed connection.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Returns the properties that the matcher reads from a response of axios. https://axios-http.com/docs/res_schema */
const axiosResponse = (data: unknown, sent: unknown = NOTE) => ({
  data,
  status: 200,
  headers: JSON_TYPE,
  config: {
    method: 'put',
    baseURL: 'https://api.lobbie.example/',
    url: PATH,
    headers: JSON_TYPE,
    data: JSON.stringify(sent),
  },
  request: { method: 'PUT', path: PATH },
})

/** Returns the properties that the matcher reads from a response of superagent or supertest. */
const superagentResponse = (text: string, sent: unknown = NOTE) => ({
  text,
  body: JSON.parse(text) as unknown,
  status: 200,
  statusCode: 200,
  headers: JSON_TYPE,
  request: { method: 'PUT', url: `http://127.0.0.1:1${PATH}`, header: JSON_TYPE, _data: sent },
})

describe('a response is checked', () => {
  test('if it comes from undici.request, alone or with its request', async () => {
    const send = (headers = {}) =>
      request(url, { method: 'PUT', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(NOTE) })
    await expect(await send()).toSatisfyContract(LOBBIE, 'updateAppointment')
    const sent = { method: 'PUT', url, headers: JSON_TYPE, body: NOTE }
    await expect({ request: sent, response: await send() }).toSatisfyContract(LOBBIE)
    await expect(await send({ 'x-wrong': '1' })).not.toSatisfyContract(LOBBIE)
    const read = await send()
    await read.body.text()
    await expect(expect(read).toSatisfyContract(LOBBIE)).rejects.toThrow('was already read')
  })

  test('if it comes from the fetch of undici', async () => {
    await expect(await undiciFetch(url, { method: 'PUT' })).toSatisfyContract(LOBBIE)
    await expect(await undiciFetch(url, { method: 'PUT', headers: { 'x-wrong': '1' } })).not.toSatisfyContract(LOBBIE)
  })

  test.each([
    [
      'axios',
      axiosResponse(lobbieAppointment),
      axiosResponse(JSON.parse(wrong)),
      axiosResponse(lobbieAppointment, { note: 'b' }),
    ],
    ['supertest', superagentResponse(right), superagentResponse(wrong), superagentResponse(right, { note: 'b' })],
  ])('together with its request if it comes from %s', async (_library, conforming, violating, notStored) => {
    await expect(conforming).toSatisfyContract(LOBBIE)
    await expect(violating).not.toSatisfyContract(LOBBIE)
    await expect(expect(notStored).toSatisfyContract(LOBBIE)).rejects.toThrow('partial_update_frame')
  })

  test('if it comes from axios as text or bytes, or from an adapter that reports no request', async () => {
    const { request: _, ...others } = axiosResponse(right)
    await expect(others).toSatisfyContract(LOBBIE)
    const bytes = new TextEncoder().encode(right).buffer
    await expect({ ...others, data: bytes }).toSatisfyContract(LOBBIE)
  })
})
