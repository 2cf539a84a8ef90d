import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate } from '../support/run-main.ts'

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': { get: { operationId: 'listThings', responses: { 200: { description: 'all' } } } },
  },
})

const answer = ({ method }: IncomingMessage, response: ServerResponse): void =>
  void response.writeHead(method === 'GET' ? 200 : 405, { allow: 'GET' }).end()

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server): Promise<number> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const gate = (
  url: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof runGate> =>
  inFolder({ 'things.json': DOCUMENT }, () => runGate(['--spec', 'things.json', '-u', url, ...args], { env }))

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasOpenssl())('a server with a self-signed certificate', () => {
  let folder: string
  const at = (file: string): string => join(folder, file)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tls-'))
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const files = ['-keyout', at('key.pem'), '-out', at('cert.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
      stdio: 'ignore',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const serve = async (more: object = {}): Promise<string> => {
    const key = readFileSync(at('key.pem'))
    const cert = readFileSync(at('cert.pem'))
    return `https://127.0.0.1:${await listen(createTlsServer({ key, cert, ...more }, answer))}`
  }

  test('makes the run exit 2 with the advice to add --ca or --insecure', async () => {
    const { code, out } = await gate(await serve())
    expect(code).toBe(2)
    expect(flat(out)).toContain('the certificate of the server is not trusted: add --ca FILE')
    expect(flat(out)).toContain('--insecure')
    expect(flat(out)).not.toContain('check that the server runs there')
  })

  test.each([['--ca'], ['--insecure']])('passes in a run with the option %s', async (option) => {
    const { code } = await gate(await serve(), option === '--ca' ? ['--ca', at('cert.pem')] : ['--insecure'])
    expect(code).toBe(0)
  })

  test('that requires a client certificate gets the certificate that --cert and --key name', async () => {
    const strict = { requestCert: true, rejectUnauthorized: true, ca: readFileSync(at('cert.pem')) }
    const without = await gate(await serve(strict), ['--ca', at('cert.pem')])
    expect(without.code).toBe(2)
    const own = ['--ca', at('cert.pem'), '--cert', at('cert.pem'), '--key', at('key.pem')]
    expect((await gate(await serve(strict), own)).code).toBe(0)
  })

  test('is reached through the proxy that HTTPS_PROXY names', async () => {
    const seen: string[] = []
    const proxy = createServer()
    proxy.on('connect', ({ url = '' }: IncomingMessage, socket) => {
      seen.push(url)
      const [host, port] = url.split(':')
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
      onward.on('error', () => socket.destroy())
      socket.on('error', () => onward.destroy())
    })
    const url = await serve()
    const env = { HTTPS_PROXY: `http://127.0.0.1:${await listen(proxy)}` }
    expect((await gate(url, ['--ca', at('cert.pem')], env)).code).toBe(0)
    expect(seen).toContain(new URL(url).host)
  })
})

test('an https URL makes the run exit 2 if the server does not use TLS', async () => {
  const { code, out } = await gate(`https://127.0.0.1:${await listen(createServer(answer))}`)
  expect(code).toBe(2)
  expect(flat(out)).toContain('the server does not speak TLS on this port')
})

describe('the environment variable HTTP_PROXY', () => {
  /** Starts an HTTP proxy. It expects requests with an absolute URL. `seen` lists these URLs. */
  const proxied = async (): Promise<{ url: string; seen: string[] }> => {
    const seen: string[] = []
    const proxy = createServer((request, response) => {
      seen.push(request.url ?? '')
      const { method = 'GET', headers, url = '' } = request
      request.pipe(
        send(url, { method, headers }, (from) => {
          response.writeHead(from.statusCode ?? 502, from.headers)
          from.pipe(response)
        }),
      )
    })
    return { url: `http://127.0.0.1:${await listen(proxy)}`, seen }
  }

  test('makes the gate send its requests through the proxy', async () => {
    const { url, seen } = await proxied()
    const server = `http://127.0.0.1:${await listen(createServer(answer))}`
    expect((await gate(server, [], { HTTP_PROXY: url })).code).toBe(0)
    expect(seen).toContain(`${server}/things`)
  })

  test('is not used for a host in NO_PROXY', async () => {
    const { url, seen } = await proxied()
    const server = `http://127.0.0.1:${await listen(createServer(answer))}`
    expect((await gate(server, [], { HTTP_PROXY: url, NO_PROXY: '127.0.0.1' })).code).toBe(0)
    expect(seen).toEqual([])
  })
})

test.each([
  ['a certificate without its key', ['--cert', 'cert.pem'], '--cert and --key belong together'],
  ['a file that does not exist', ['--ca', 'absent.pem'], '--ca cannot be read (ENOENT)'],
  ['a file that is not PEM', ['--ca', 'things.json'], '--ca is not a PEM file'],
])('the gate reports a wrong TLS option: %s', async (_name, args, message) => {
  const { runMain } = await import('../support/run-main.ts')
  const url = `http://127.0.0.1:${await listen(createServer(answer))}`
  const { code, out, err } = await inFolder({ 'things.json': DOCUMENT }, () =>
    runMain(['gate', '--spec', 'things.json', '-u', url, ...args]),
  )
  expect(code).toBe(2)
  expect(flat(out + err)).toContain(message)
})
