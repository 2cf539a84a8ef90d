import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { isAnswer, type RawAnswer, type RawRequest, type TransportFailure } from '../../../src/exchanges/exchange.ts'
import { openHttpClient, type HttpLimits } from '../../../src/exchanges/http-client.ts'
import { listenHttp, listenRaw, type TestServer } from './servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()))
})

const get: RawRequest = { method: 'GET', target: '/orders/1', headers: [] }
const quick: Partial<HttpLimits> = {
  totalMilliseconds: 600,
  headerMilliseconds: 400,
  idleMilliseconds: 300,
  maxBytes: 10_000,
}

function keep<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing)
  return thing
}

async function sendTo(
  server: TestServer,
  request: RawRequest = get,
  limits: Partial<HttpLimits> = quick,
): Promise<RawAnswer | TransportFailure> {
  return keep(openHttpClient(server.url, limits)).send(request)
}

/** Sends a request. Returns everything that the server received, as text. */
async function bytesOf(request: RawRequest): Promise<string> {
  const pieces: Buffer[] = []
  const server = keep(
    await listenRaw((socket, received) => {
      pieces.push(received)
      setTimeout(() => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'), 30)
    }),
  )
  await sendTo(server, request)
  return Buffer.concat(pieces).toString('latin1')
}

describe('sending a request', () => {
  test('sends method, path and headers exactly as given', async () => {
    const text = await bytesOf({
      method: 'PATCH',
      target: '/a/../b/%zz?x=1&x=2',
      headers: [
        ['X-Twice', 'one'],
        ['x-twice', 'two'],
        ['Content-Type', 'text/weird'],
        ['Host', 'elsewhere.example'],
      ],
      body: Buffer.from([0x7b, 0xff, 0x00]),
    })
    expect(text.startsWith('PATCH /a/../b/%zz?x=1&x=2 HTTP/1.1\r\n')).toBe(true)
    expect(text).toContain('X-Twice: one\r\nx-twice: two\r\nContent-Type: text/weird\r\n')
    expect(text.match(/host:/gi)).toHaveLength(1)
    expect(text.endsWith('\r\n\r\n{\xff\x00')).toBe(true)
  })

  test.each([
    ['TRACE', undefined],
    ['GET', '{"a":1}'],
    ['DELETE', '{"a":1}'],
    ['OPTIONS', undefined],
    ['PROPFIND', undefined],
  ])('sends a %s request; body: %s', async (method, body) => {
    const text = await bytesOf({ ...get, method, ...(body === undefined ? {} : { body: Buffer.from(body) }) })
    expect(text.startsWith(`${method} /orders/1 HTTP/1.1\r\n`)).toBe(true)
    expect(text.endsWith(`\r\n\r\n${body ?? ''}`)).toBe(true)
  })

  test('adds only the headers host, connection and content-length', async () => {
    const text = await bytesOf({ ...get, headers: [['accept', 'application/json']] })
    const names = text
      .split('\r\n')
      .slice(1, -2)
      .map((line) => line.split(':')[0]?.toLowerCase())
    expect(names).toEqual(['host', 'connection', 'accept'])
  })

  test('throws bad-argument for a request that HTTP cannot express', async () => {
    const client = keep(openHttpClient('http://127.0.0.1:9', quick))
    await expect(client.send({ ...get, headers: [['x-a', 'one\r\nx-b: two']] })).rejects.toMatchObject({
      code: 'bad-argument',
    })
    await expect(client.send({ ...get, target: '/a b' })).rejects.toMatchObject({ code: 'bad-argument' })
  })

  test('reuses connections', async () => {
    const ports = new Set<number | undefined>()
    const server = keep(
      await listenHttp((request, response) => {
        ports.add(request.socket.remotePort)
        response.end('{}')
      }),
    )
    const client = keep(openHttpClient(server.url))
    for (let round = 0; round < 20; round++) await client.send(get)
    expect(ports.size).toBeLessThanOrEqual(2)
  })
})

describe('receiving a response', () => {
  test('keeps repeated headers and all bytes, and converts header names to lower case', async () => {
    const server = keep(
      await listenHttp((_request, response) => {
        response.writeHead(418, ['X-One', 'a', 'x-one', 'b', 'Content-Type', 'text/plain'])
        response.end(Buffer.from([0xc3, 0x28, 0xff]))
      }),
    )
    const answer = await sendTo(server)
    if (!isAnswer(answer)) throw new Error(answer.message)
    expect(answer.status).toBe(418)
    expect(answer.headers.filter(([name]) => name === 'x-one')).toEqual([
      ['x-one', 'a'],
      ['x-one', 'b'],
    ])
    expect([...answer.body]).toEqual([0xc3, 0x28, 0xff])
  })

  test.each([
    ['of HTTP/1.0, whose body ends with the connection', 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n{}'],
    ['whose body ends with the connection', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{}'],
    ['with names in capitals', 'HTTP/1.1 200 OK\r\nCONTENT-TYPE:text/plain\r\nCONTENT-LENGTH:   2\r\n\r\n{}'],
    ['without a reason phrase', 'HTTP/1.1 200 \r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n{}'],
    [
      'in chunks, with a trailer',
      'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nx-a: b\r\n\r\n',
    ],
  ])('reads a response %s', async (_name, text) => {
    const answer = await sendTo(keep(await listenRaw((socket) => void socket.end(text))))
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('{}') })
    expect(isAnswer(answer) && answer.headers.slice(0, 1)).toEqual([['content-type', 'text/plain']])
  })

  test.each([
    ['', '204 No Content'],
    ['hello', '204 No Content'],
    ['', '304 Not Modified'],
  ])('ignores Content-Length and the following bytes `%s` of a %s, which has no body', async (body, status) => {
    const server = keep(
      await listenRaw((socket) => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 5\r\n\r\n${body}`)),
    )
    expect(await sendTo(server)).toEqual({
      status: Number(status.slice(0, 3)),
      headers: [['content-length', '5']],
      body: Buffer.from(''),
    })
  })

  test('does not follow a redirect', async () => {
    let count = 0
    const server = keep(
      await listenHttp((_request, response) => {
        count += 1
        response.writeHead(302, { location: '/elsewhere' }).end()
      }),
    )
    expect(await sendTo(server)).toMatchObject({ status: 302 })
    expect(count).toBe(1)
  })

  test('skips an interim response such as 103', async () => {
    const server = keep(
      await listenRaw((socket) =>
        socket.end('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'),
      ),
    )
    expect(await sendTo(server)).toMatchObject({ status: 200, headers: [['content-length', '2']] })
  })

  test.each([
    ['gzip', gzipSync('{"a":1}')],
    ['x-gzip', gzipSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
    ['deflate', deflateRawSync('{"a":1}')],
    ['gzip, br', brotliCompressSync(gzipSync('{"a":1}'))],
    ['identity', Buffer.from('{"a":1}')],
    ['made-up', Buffer.from('{"a":1}')],
  ])(
    'decodes the content encoding %s, and leaves a body with an unknown encoding unchanged',
    async (encoding, body) => {
      const server = keep(
        await listenHttp((_request, response) => {
          response.setHeader('content-encoding', encoding)
          response.end(body)
        }),
      )
      const answer = await sendTo(server)
      expect(isAnswer(answer) && Buffer.from(answer.body).toString()).toBe('{"a":1}')
    },
  )
})

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
const secret = 'hunter2-value'

const hostileSockets: Record<string, { play: (socket: Socket) => void; kind: TransportFailure['kind'] }> = {
  'no response at all': { play: () => undefined, kind: 'timed-out' },
  'an immediate connection reset': { play: (socket) => socket.resetAndDestroy(), kind: 'reset' },
  'a connection that is closed without a response': { play: (socket) => socket.end(), kind: 'reset' },
  'a connection that is closed within the body': {
    play: (socket) => socket.end(`${ok}content-length: 100\r\n\r\n{"a":"${secret}`),
    kind: 'reset',
  },
  'a connection reset within the body': {
    play: (socket) =>
      socket.write(`${ok}content-length: 100\r\n\r\n{"a":"${secret}`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      ),
    kind: 'reset',
  },
  'a body that stops before its end': {
    play: (socket) => socket.write(`${ok}content-length: 100\r\n\r\n{`),
    kind: 'timed-out',
  },
  'an incomplete chunk': {
    play: (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\n10\r\n{"a"`),
    kind: 'reset',
  },
  'a chunk without a length': {
    play: (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\nzz\r\n${secret}\r\n`),
    kind: 'malformed',
  },
  'a response that is not HTTP': { play: (socket) => socket.end(`SSH-2.0-${secret}\r\n`), kind: 'malformed' },
  'two different Content-Length headers': {
    play: (socket) => socket.end(`${ok}content-length: 2\r\ncontent-length: 5\r\n\r\n{}`),
    kind: 'malformed',
  },
  'too many headers': {
    play: (socket) => socket.end(`${ok}${`x-a: ${secret}\r\n`.repeat(20_000)}\r\n{}`),
    kind: 'malformed',
  },
  'a header without end': {
    play: (socket) => {
      socket.write(`${ok}x-a: `)
      const timer = setInterval(() => socket.write('a'.repeat(10_000)), 1)
      socket.on('close', () => clearInterval(timer))
    },
    kind: 'malformed',
  },
  'the status 101 Switching Protocols': {
    play: (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    kind: 'reset',
  },
  'a body that arrives very slowly': {
    play: (socket) => {
      socket.write(`${ok}content-length: 9000\r\n\r\n`)
      const timer = setInterval(() => socket.write('a'), 20)
      socket.on('close', () => clearInterval(timer))
    },
    kind: 'timed-out',
  },
  'headers that arrive very slowly': {
    play: (socket) => {
      socket.write(ok)
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    },
    kind: 'timed-out',
  },
  'endless interim responses': {
    play: (socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    },
    kind: 'timed-out',
  },
  'a hundred responses 100 Continue': {
    play: (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)),
    kind: 'reset',
  },
  'a body without headers, as in HTTP/0.9': { play: (socket) => socket.end(`{"a":"${secret}"}`), kind: 'malformed' },
  'a TLS alert': {
    play: (socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 0x28])),
    kind: 'malformed',
  },
  'endless trailers': {
    play: (socket) => {
      socket.write(`${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`)
      const timer = setInterval(() => socket.write(`x-a: ${'a'.repeat(10_000)}\r\n`), 1)
      socket.on('close', () => clearInterval(timer))
    },
    kind: 'malformed',
  },
  'a zero byte in a header': { play: (socket) => socket.end(`${ok}x-a: a\0b\r\n\r\n{}`), kind: 'malformed' },
  'a Content-Length above the limit': {
    play: (socket) => socket.write(`${ok}content-length: 999999999\r\n\r\n{`),
    kind: 'too-large',
  },
}

const hostileHandlers: Record<string, { play: RequestListener; kind: TransportFailure['kind'] }> = {
  'an endless body': {
    play: (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('a'.repeat(1_000)));
      }
      response.on('drain', more)
      more()
    },
    kind: 'too-large',
  },
  'a gzip bomb': {
    play: (_request, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
    kind: 'too-large',
  },
  'a gzip bomb within brotli': {
    play: (_request, response) =>
      response.setHeader('content-encoding', 'gzip, br').end(brotliCompressSync(gzipSync(Buffer.alloc(5_000_000)))),
    kind: 'too-large',
  },
  'an incomplete gzip stream': {
    play: (_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(secret.repeat(20)).subarray(0, 20)),
    kind: 'malformed',
  },
  'a body that is not gzip although its content encoding is gzip': {
    play: (_request, response) => response.setHeader('content-encoding', 'gzip').end(secret),
    kind: 'malformed',
  },
  'five content encodings': {
    play: (_request, response) => response.setHeader('content-encoding', 'gzip,gzip,gzip,gzip,gzip').end(secret),
    kind: 'malformed',
  },
}

describe('a hostile server', () => {
  test.each(Object.entries(hostileSockets))(
    'leads within the time limit to an error that contains none of its data: %s',
    async (_name, { play, kind }) => {
      await becomes(await listenRaw(play), kind)
    },
  )

  test.each(Object.entries(hostileHandlers))(
    'leads within the time limit to an error that contains none of its data: %s',
    async (_name, { play, kind }) => {
      await becomes(await listenHttp(play), kind)
    },
  )

  async function becomes(server: TestServer, kind: TransportFailure['kind']): Promise<void> {
    const before = performance.now()
    const failure = await sendTo(keep(server))
    expect(failure).toMatchObject({ kind })
    expect(JSON.stringify(failure)).not.toContain(secret)
    expect(performance.now() - before).toBeLessThan(1_500)
  }

  test('that sends bytes after a response cannot influence the next response', async () => {
    const server = keep(
      await listenRaw((socket) =>
        socket.write(`${ok}content-length: 2\r\n\r\n{}HTTP/1.1 500 Smuggled\r\ncontent-length: 0\r\n\r\n`),
      ),
    )
    const client = keep(openHttpClient(server.url, quick))
    const statuses: number[] = []
    for (let round = 0; round < 4; round++) {
      const answer = await client.send(get)
      statuses.push(isAnswer(answer) ? answer.status : 0)
    }
    expect(statuses).not.toContain(500)
  })

  test('that lets one request hang does not delay another request', async () => {
    const server = keep(
      await listenHttp((request, response) => {
        if (request.url === '/quick') response.end('{}')
      }),
    )
    const client = keep(openHttpClient(server.url, quick))
    const hanging = client.send({ ...get, target: '/hang' })
    expect(await client.send({ ...get, target: '/quick' })).toMatchObject({ status: 200 })
    expect(await hanging).toMatchObject({ kind: 'timed-out' })
  })
})

describe('a server that cannot be reached', () => {
  test('is reported for a closed port', async () => {
    const server = await listenHttp(() => undefined)
    await server.close()
    expect(await sendTo(server)).toMatchObject({ kind: 'refused', message: expect.stringContaining('ECONNREFUSED') })
  })

  test('is reported for an unknown host name', async () => {
    const client = keep(
      openHttpClient('http://nobody.invalid', { ...quick, totalMilliseconds: 10_000, headerMilliseconds: 10_000 }),
    )
    expect(await client.send(get)).toMatchObject({ kind: 'refused' })
  })

  test('is reported if an https URL leads to a plain HTTP server', async () => {
    const server = keep(await listenHttp((_request, response) => response.end('{}')))
    const client = keep(openHttpClient(server.url.replace('http:', 'https:'), quick))
    expect(isAnswer(await client.send(get))).toBe(false)
  })
})

describe('cancelling', () => {
  test('an abort signal cancels a pending request', async () => {
    const server = keep(await listenHttp(() => undefined))
    const client = keep(openHttpClient(server.url))
    const controller = new AbortController()
    const answer = client.send(get, controller.signal)
    setTimeout(() => controller.abort(), 20)
    expect(await answer).toMatchObject({ kind: 'aborted' })
    expect(await client.send(get, controller.signal)).toMatchObject({ kind: 'aborted' })
  })

  test('closing the client cancels pending requests', async () => {
    const server = keep(await listenHttp(() => undefined))
    const client = openHttpClient(server.url)
    const answer = client.send(get)
    setTimeout(() => void client.close(), 20)
    expect(await answer).toMatchObject({ kind: 'aborted' })
    expect(await client.send(get)).toMatchObject({ kind: 'aborted' })
  })
})

test('a request does not time out while the process of the gate itself is busy', async () => {
  const server = keep(await listenHttp((_request, response) => void response.end('ok')))
  const answer = sendTo(server)
  const cell = new Int32Array(new SharedArrayBuffer(4))
  for (const busy of [500, 500, 500]) {
    Atomics.wait(cell, 0, 0, busy)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await answer).toMatchObject({ status: 200 })
})

describe('reading a stream that does not end', () => {
  const endless =
    (headers: Record<string, string>): RequestListener =>
    (_request, response) => {
      response.writeHead(200, headers)
      response.write('data: 1\n\n')
    }

  test('returns the beginning as the response after the time limit for streams', async () => {
    const server = keep(await listenHttp(endless({ 'content-type': 'text/event-stream' })))
    const answer = await sendTo(server, get, { ...quick, streamMilliseconds: 50 })
    expect(answer).toMatchObject({ status: 200, isPartial: true })
    expect(isAnswer(answer) && Buffer.from(answer.body).toString()).toBe('data: 1\n\n')
  })

  test('returns the beginning as the response if the size limit is reached', async () => {
    const server = keep(
      await listenHttp((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/jsonl' })
        response.write('1\n'.repeat(6000))
      }),
    )
    expect(await sendTo(server)).toMatchObject({ status: 200, isPartial: true })
  })

  test('fails if the media type of the body is not a stream', async () => {
    const server = keep(await listenHttp(endless({ 'content-type': 'text/plain' })))
    expect(await sendTo(server, get, { ...quick, streamMilliseconds: 50 })).toMatchObject({ kind: 'timed-out' })
  })
})
