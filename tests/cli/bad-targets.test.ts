import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { listenHttp, listenRaw, type TestServer } from '../src/exchanges/servers.ts'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'

/** The path of the only case that the tests send to some servers, because sending all cases would take too long. */
const CASE = 'updateAppointment/example/200/scheduled'

/** Returns the text as one line, so that a test does not depend on line breaks. */
const flat = (page: string): string => page.replaceAll(/\s+/g, ' ')

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function opened(server: Promise<TestServer>): Promise<string> {
  servers.push(await server)
  return (await server).url
}

/** Starts a server that answers every request with these bytes and `Content-Type: application/json`. */
const says = (bytes: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  listenHttp((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(bytes)
  })
const writes = (text: string) => listenRaw((socket) => socket.end(text))

const json = 'updateAppointment/responses/200/content/application~1json'
const unreadable = `response_schema_conformance error ${json}`

/** Servers whose responses cannot be read. A run against such a server must be blocked and have no finding. */
const mute: readonly [string, () => Promise<TestServer>, RegExp][] = [
  [
    'accepts the connection and never responds',
    () => listenRaw(() => undefined),
    /the response was not (started|complete) after 1500 ms/,
  ],
  [
    'stops in the middle of a response',
    () =>
      listenRaw(
        (socket) =>
          void socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"a"'),
      ),
    /the response was not complete after 1500 ms/,
  ],
  ['resets the connection', () => listenRaw((socket) => void socket.resetAndDestroy()), /the connection closed before/],
  ['closes the connection without a response', () => listenRaw((socket) => void socket.end()), /the connection closed/],
  ['responds with something other than HTTP', () => writes('220 mail.example.com ESMTP\r\n\r\n'), /is not HTTP\/1\.1/],
  [
    'sends a body shorter than its Content-Length',
    () => writes('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"id":'),
    /the connection closed before the response was complete/,
  ],
  [
    'sends a body above the size limit',
    () => says('{}', { 'content-length': String(6_000_000) }),
    /the response is larger than 5000000 bytes/,
  ],
  [
    'sends single bytes with long pauses',
    () =>
      listenRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n')
        const drip = setInterval(() => void socket.write(' '), 50)
        socket.once('close', () => clearInterval(drip))
      }),
    /the response was not complete after 1500 ms/,
  ],
  [
    'sends invalid gzip',
    () => says('not gzip', { 'content-encoding': 'gzip' }),
    /gzip stream of the response is invalid/,
  ],
  [
    'sends headers above the size limit',
    () => writes(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`),
    /is not HTTP\/1\.1/,
  ],
]

/**
 * More servers whose responses cannot be read. The tests send only one case to them, because a whole run would take too
 * long.
 */
const heavy: typeof mute = [
  [
    'sends a body above the size limit without Content-Length',
    () =>
      listenHttp((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const more = (): void =>
          void (
            response.writableEnded ||
            response.destroyed ||
            (response.write(' '.repeat(1_000_000)), setImmediate(more))
          )
        more()
      }),
    /the response is larger than 5000000 bytes/,
  ],
  [
    'sends a gzip bomb',
    () => says(gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' }),
    /larger than 5000000 bytes/,
  ],
]

const missing = `response_schema_conformance error ${json}/schema/required/`
/**
 * A JSON object with properties such as `constructor`. JavaScript objects also inherit properties with such names. A
 * careless program confuses the inherited properties with those of the JSON.
 */
const INHERITED =
  '{"__proto__":{"id":1},"constructor":{"prototype":{"id":1}},"hasOwnProperty":1,"toString":1,"length":1}'

/** Servers whose response is readable but violates the document. */
const broken: readonly [string, () => Promise<TestServer>, string][] = [
  ['sends JSON that is cut off', () => says('{"id":1,"no'), unreadable],
  ['sends bytes that are not UTF-8', () => says(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), unreadable],
  ['sends an object with a duplicate key', () => says('{"id":1,"id":2}'), unreadable],
  ['sends an empty body where one is documented', () => says(''), unreadable],
  ['sends something other than JSON with a Content-Type of JSON', () => says('<html></html>'), unreadable],
  ['sends a byte order mark before its JSON', () => says('\uFEFF{"id":1}'), unreadable],
  ['sends zero bytes', () => says('\0\0\0\0'), unreadable],
  ['nests 100 000 arrays', () => says('['.repeat(100_000) + ']'.repeat(100_000)), unreadable],
  [
    'nests 100 000 objects where one is documented',
    () => says('{"id":'.repeat(100_000) + '}'.repeat(100_000)),
    unreadable,
  ],
  ['sends properties that have names of inherited properties, such as `constructor`', () => says(INHERITED), missing],
  ['sends numbers that are too large for a double', () => says(`{"id":1e400,"note":${'9'.repeat(10_000)}}`), missing],
]

describe.each(['mock', 'sandbox'])('a target of kind %s', (target) => {
  const gate = async (url: string) => {
    const args = ['--api', 'lobbie', '--target', target, '-u', url, '--request-timeout', '1500', '--concurrency', '64']
    return runGate(args)
  }

  test('that is not running blocks the run', async () => {
    const server = await listenHttp(() => undefined)
    await server.close()
    const { code, out, report } = await gate(server.url)
    expect(code).toBe(2)
    expect(findingsOf(report)).toEqual([])
    expect(flat(out)).toContain('no connection could be made (ECONNREFUSED)')
    expect(flat(out)).toContain(`at ${server.url}`)
    expect(flat(out)).toMatch(/check that the server runs there|start a sandbox with `contract-gate sandbox`/)
  })

  test.each(mute)('that %s blocks the run', async (_name, open, sentence) => {
    const { code, out, report } = await gate(await opened(open()))
    expect(code).toBe(2)
    expect(findingsOf(report)).toEqual([])
    expect(flat(out)).toMatch(sentence)
  })
})

/**
 * Texts on which badly written regular expressions are slow. Such an expression starts a new search at every character,
 * so the time grows with the square of the length.
 */
describe.each([
  ['line breaks', '\n'],
  ['texts like the beginning of a stack frame', 'at '],
  ['texts like names of methods', 'at a.b.'],
])('a server whose error body is one megabyte of %s', (_name, piece) => {
  test('is judged, and the run ends', async () => {
    const error = piece.repeat(1_000_000 / piece.length)
    const server = listenHttp((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message: error, error }))
    })
    const args = ['--api', 'lobbie', '--target', 'mock', '-u', await opened(server), '--case', CASE]
    const { code } = await inFolder({}, () => runMain(['replay', ...args]))
    expect(code).toBe(1)
  })
})

describe('a mock', () => {
  test.each(heavy)('that %s blocks the run', async (_name, open, sentence) => {
    const url = await opened(open())
    const { code, out } = await inFolder({}, () =>
      runMain(['replay', '--case', CASE, '--api', 'lobbie', '--target', 'mock', '-u', url]),
    )
    expect(code).toBe(2)
    expect(flat(out)).toMatch(sentence)
  })

  test.each(broken)('that %s fails the run', async (_name, open, told) => {
    const { code, report } = await runGate(['--api', 'lobbie', '--target', 'mock', '-u', await opened(open())])
    expect(code).toBe(1)
    expect(findingsOf(report)).toContainEqual(expect.stringContaining(told))
  })
})
