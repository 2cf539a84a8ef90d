import { Agent, createServer, request as forward } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { listen } from '../../dist/sandbox/listen.js'
import { createFaultySandbox } from '../../dist/sandbox/faulty-sandbox.js'
import { createVariantSandbox } from '../../dist/proof/variants.js'
import { establish } from './test-data.mjs'

const CONTROL = /^\/__sandbox\//

/**
 * Starts a sandbox behind a proxy that counts the requests to the API. The sandbox is correct, or has the given fault
 * or variant. `control` is the address of its control and token endpoints. Requests to this address are not counted.
 * `slow` gives the proxy a latency in milliseconds and a limit of requests per second. `renew(api, given, name)` is for
 * tools without hooks: the proxy then sets up the provider state `given` again before every request, with the same ids.
 */
export async function serve({ fault, variant, slow } = {}) {
  const now = new Date().toISOString()
  const sandbox = variant === undefined ? createFaultySandbox(fault, { now }) : createVariantSandbox(variant, { now })
  const listening = await listen(sandbox)
  const proxy = await openProxy(listening.port, slow)
  return {
    control: listening.url,
    url: proxy.url,
    now,
    requests: proxy.requests,
    renew: (api, given, name) => proxy.before(() => establish(api, { control: listening.url }, given, name)),
    close: async () => {
      await proxy.close()
      await listening.close()
    },
  }
}

async function openProxy(port, slow) {
  let count = 0
  let free = 0
  let before = async () => {}
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const hold = async (path) => {
    if (slow === undefined || CONTROL.test(path)) return
    const now = performance.now()
    free = Math.max(free, now) + 1000 / slow.perSecond
    await wait(slow.latency + Math.max(0, free - 1000 / slow.perSecond - now))
  }
  const server = createServer(async (incoming, answer) => {
    const { method, url, rawHeaders, headers } = incoming
    if (!CONTROL.test(url)) count += 1
    await hold(url)
    if (!CONTROL.test(url)) await before()
    const outgoing = forward({
      port,
      host: '127.0.0.1',
      agent,
      method,
      path: url,
      headers: rawHeaders.length % 2 === 0 ? rawHeaders : headers,
    })
    outgoing.on('response', (response) => {
      answer.writeHead(response.statusCode, response.rawHeaders)
      response.pipe(answer)
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  server.keepAliveTimeout = 60_000
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests: () => count,
    before: (work) => {
      before = work
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        agent.destroy()
      }),
  }
}
