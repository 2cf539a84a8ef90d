import fc from 'fast-check'
import { connect } from 'node:net'

/** An attack with bytes that are not valid HTTP. The `pieces` are sent one after the other. */
export interface Abuse {
  readonly pieces: readonly Buffer[]
  /** Milliseconds between two pieces. */
  readonly pause: number
  /** The action of the client after it has sent all pieces. */
  readonly then: 'wait' | 'half-close' | 'reset'
}

/** Generates attacks. Most are made by damaging `valid`, the bytes of a correct request. */
export function abuses(valid: Buffer): fc.Arbitrary<Abuse> {
  const line = (text: string) => Buffer.from(`${text}\r\nhost: x\r\n`)
  const known = fc.constantFrom(
    Buffer.from('GET / HTTP/9.9\r\n\r\n'),
    Buffer.from('\r\n\r\n\r\n'),
    Buffer.from('GET http://[::1 HTTP/1.1\r\nhost: x\r\n\r\n'),
    Buffer.from('GET * HTTP/1.1\r\nhost: x\r\n\r\n'),
    Buffer.from('CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nhost: \u0000\r\n\r\n'),
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    Buffer.concat([line('GET / HTTP/1.1'), Buffer.from('upgrade: websocket\r\nconnection: upgrade\r\n\r\n')]),
    Buffer.concat([line('POST /oauth/token HTTP/1.1'), Buffer.from('content-length: -1\r\n\r\n')]),
    Buffer.concat([line('POST /oauth/token HTTP/1.1'), Buffer.from('content-length: 99999999999999999999\r\n\r\n')]),
    Buffer.concat([line('POST /oauth/token HTTP/1.1'), Buffer.from('transfer-encoding: chunked\r\n\r\nzz\r\n')]),
    Buffer.concat([
      line('POST /oauth/token HTTP/1.1'),
      Buffer.from('transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n'),
    ]),
    Buffer.concat([line('POST /oauth/token HTTP/1.1'), Buffer.from('expect: 200-maybe\r\ncontent-length: 0\r\n\r\n')]),
    Buffer.concat([line('GET / HTTP/1.1'), Buffer.from(`${'a: b\r\n'.repeat(5000)}\r\n`)]),
    Buffer.concat([line('GET / HTTP/1.1'), Buffer.from(`a: ${'b'.repeat(100_000)}\r\n\r\n`)]),
    Buffer.from(`GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`),
    Buffer.concat([valid, valid, valid, valid]),
  )
  const cut = fc.nat(valid.length).map((length) => valid.subarray(0, length))
  const flipped = fc.tuple(fc.nat(valid.length - 1), fc.nat(255)).map(([at, byte]) => {
    const bytes = Buffer.from(valid)
    bytes[at] = byte
    return bytes
  })
  const noise = fc.uint8Array({ minLength: 1, maxLength: 300 }).map(Buffer.from)
  return fc.record({
    pieces: fc.array(fc.oneof(known, cut, flipped, flipped, noise), { minLength: 1, maxLength: 3 }),
    pause: fc.constantFrom(0, 0, 0, 0, 1, 5),
    then: fc.constantFrom('wait', 'half-close', 'half-close', 'reset'),
  })
}

/**
 * Sends an attack and returns the received bytes. Stops when the server closes the connection, or after
 * `circuitBreaker` milliseconds.
 */
export function inflict(port: number, { pieces, pause, then }: Abuse, circuitBreaker: number): Promise<string> {
  return new Promise((resolve) => {
    const received: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const finish = () => {
      clearTimeout(timer)
      // A reset frees the port at once. After a half-close, the socket is destroyed without a reset: Node 20 would keep
      // a reset socket open, and the process would not end.
      if (then === 'half-close') socket.destroy()
      else socket.resetAndDestroy()
      resolve(Buffer.concat(received).toString('latin1'))
    }
    const timer = setTimeout(finish, circuitBreaker)
    socket.on('data', (chunk) => received.push(chunk))
    socket.on('error', () => undefined)
    socket.on('end', finish)
    socket.on('close', finish)
    const sendFrom = (index: number) => {
      const piece = pieces[index]
      if (piece !== undefined) {
        socket.write(piece)
        if (pause === 0) sendFrom(index + 1)
        else setTimeout(sendFrom, pause, index + 1)
      } else if (then === 'reset') finish()
      else if (then === 'half-close') socket.end()
    }
    socket.on('connect', () => sendFrom(0))
  })
}
