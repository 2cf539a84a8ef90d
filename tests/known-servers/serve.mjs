import { createServer } from 'node:http'

/** @typedef {(request: Request) => Response | Promise<Response>} Handler */

/** Methods that the fetch standard forbids in a `Request`. */
const forbidden = new Set(['CONNECT', 'TRACE', 'TRACK'])

const bytesOf = async (incoming) => {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function answer(handler, incoming, base) {
  const bytes = await bytesOf(incoming)
  if (forbidden.has(incoming.method)) return new Response(null, { status: 501 })
  const headers = new Headers()
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    headers.append(incoming.rawHeaders[i], incoming.rawHeaders[i + 1])
  const bodiless = incoming.method === 'GET' || incoming.method === 'HEAD' || bytes.length === 0
  return handler(
    new Request(base + incoming.url, { method: incoming.method, headers, ...(bodiless ? {} : { body: bytes }) }),
  )
}

async function write(response, outgoing) {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) outgoing.setHeader(name, value)
  outgoing.end(response.body === null ? undefined : Buffer.from(await response.arrayBuffer()))
}

/**
 * Serves a handler on 127.0.0.1 at a free port. If the handler throws, the response is a 500 with a short text.
 * @param {Handler} handler
 * @returns {Promise<{ url: string, calls: string[], close: () => Promise<void> }>}
 * `calls` are the method and path of each request so far.
 */
export async function serve(handler) {
  const calls = []
  const server = createServer((incoming, outgoing) => {
    calls.push(`${incoming.method} ${incoming.url.split('?')[0]}`)
    answer(handler, incoming, `http://127.0.0.1:${server.address().port}`)
      .catch(() => new Response('Internal Server Error', { status: 500 }))
      .then((response) => write(response, outgoing))
      .catch(() => outgoing.destroy())
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
