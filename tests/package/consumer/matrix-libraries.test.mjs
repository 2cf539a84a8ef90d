// A suite of a consumer that sends its requests with axios, supertest and undici. install-matrix.mjs runs it.
import { createServer } from 'node:http'
import axios from 'axios'
import { createLobbieClient } from 'appointment-contracts/lobbie'
import { createSandbox } from 'appointment-contracts/sandbox'
import { contractMatchers, shippedDocument } from 'appointment-contracts/vitest'
import supertest from 'supertest'
import { fetch as undiciFetch, request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'

expect.extend(contractMatchers)
const document = shippedDocument('lobbie')
const served = createSandbox({ now: '2026-01-05T09:00:00Z' })
const { path, given } = served.demo.lobbie
const { clientId, clientSecret } = served.partners.lobbie.partner
const route = `/partner/v2/account/${path.accountId}/location/${path.locationId}/appointment/${path.appointmentId}`
const note = { note: 'From a library' }
let isBroken = false
let headers = {}

const server = createServer(async (asked, answer) => {
  const chunks = await asked.toArray()
  const body = chunks.length === 0 ? undefined : Buffer.concat(chunks).toString()
  const response = await served.fetch(`http://sandbox.invalid${asked.url}`, {
    method: asked.method,
    headers: asked.headers,
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const isChanged = isBroken && asked.url === route
  answer.writeHead(response.status, Object.fromEntries(response.headers))
  answer.end(isChanged ? text.replace('"status":"', '"status":"x') : text)
})

/** Sends one update with each library. */
const send = {
  fetch: () => fetch(base + route, { method: 'PUT', headers, body: JSON.stringify(note) }),
  'fetch of undici': () => undiciFetch(base + route, { method: 'PUT', headers, body: JSON.stringify(note) }),
  'request of undici': () => request(base + route, { method: 'PUT', headers, body: JSON.stringify(note) }),
  axios: () => axios.put(route, note, { baseURL: base, headers }),
  'an axios instance with bytes': () =>
    axios
      .create({ baseURL: base, headers, responseType: 'arraybuffer' })
      .request({ method: 'put', url: route, data: note }),
  supertest: () => supertest(server).put(route).set(headers).send(note),
  'a HAR entry': async () => {
    const response = await fetch(base + route, { method: 'PUT', headers, body: JSON.stringify(note) })
    const pairs = (all) => [...all].map(([name, value]) => ({ name, value }))
    return {
      startedDateTime: '2026-01-05T09:00:00Z',
      request: {
        method: 'PUT',
        url: base + route,
        headers: pairs(Object.entries(headers)),
        postData: { text: JSON.stringify(note) },
      },
      response: { status: response.status, headers: pairs(response.headers), content: { text: await response.text() } },
    }
  },
}

let base = ''
beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${server.address().port}`
  let authorization = ''
  const lobbie = createLobbieClient({
    baseUrl: base,
    credentials: { clientId, clientSecret },
    fetch: (url, init) => {
      authorization = init.headers.authorization ?? authorization
      return fetch(url, init)
    },
  })
  const answer = await lobbie.updateAppointment(path, note)
  expect([answer.status, Object.keys(given).length > 0]).toEqual([200, true])
  headers = { authorization, 'content-type': 'application/json' }
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

test.each(Object.keys(send))('the matcher toSatisfyContract checks a response of %s', async (library) => {
  isBroken = false
  await expect(await send[library]()).toSatisfyContract(document, 'updateAppointment')
  isBroken = true
  await expect(await send[library]()).not.toSatisfyContract(document, 'updateAppointment')
  isBroken = false
})
