import { Agent, createServer, request } from 'node:http'

/**
 * Starts a proxy on 127.0.0.1. It forwards requests to a port, and records the method, path and status of each request.
 */
export async function countingProxy(port) {
  const lines = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer((incoming, answer) => {
    const { method, url, rawHeaders } = incoming
    const headers = []
    for (let at = 0; at < rawHeaders.length; at += 2) {
      if (rawHeaders[at].toLowerCase() !== 'host') headers.push(rawHeaders[at], rawHeaders[at + 1])
    }
    headers.push('Host', `127.0.0.1:${port}`)
    const outgoing = request({ host: '127.0.0.1', port, agent, method, path: url, headers })
    outgoing.on('response', (given) => {
      lines.push(`${method} ${url.slice(0, 300)} ${given.statusCode}`)
      answer.writeHead(given.statusCode, given.rawHeaders)
      given.pipe(answer)
    })
    outgoing.on('error', () => {
      lines.push(`${method} ${url.slice(0, 300)} 0`)
      answer.destroy()
    })
    incoming.pipe(outgoing)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
    agent.destroy()
  }
  return { port: server.address().port, lines, close }
}
