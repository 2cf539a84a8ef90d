import { connect, type Socket } from 'node:net'
import type { HostileRequest } from './requests.ts'

/** A received response. */
export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** A connection for several requests. It uses no HTTP library, because a library would correct the requests. */
export interface Connection {
  /** Sends a request and returns the response. Rejects if no response arrives in time. */
  readonly send: (request: HostileRequest) => Promise<RawAnswer>
  readonly close: () => void
}

const TIMEOUT = 5000

export function openConnection(port: number): Connection {
  let socket: Socket | undefined
  async function sendOn(used: Socket, request: HostileRequest): Promise<RawAnswer> {
    socket = undefined
    const { answer, reusable } = await exchange(used, request)
    if (reusable) socket = used
    else used.resetAndDestroy()
    return answer
  }
  return {
    send: async (request) => {
      const kept = socket?.writable === true ? socket : undefined
      if (kept === undefined) return sendOn(connect(port, '127.0.0.1'), request)
      try {
        return await sendOn(kept, request)
      } catch (error) {
        kept.resetAndDestroy()
        // The server may have closed the idle connection at this moment. Sends the request again on a new connection.
        if (error instanceof HungUp) return sendOn(connect(port, '127.0.0.1'), request)
        throw error
      }
    },
    close: () => socket?.resetAndDestroy(),
  }
}

/** The error for a connection that the server closed without sending a byte. */
class HungUp extends Error {}

function exchange(socket: Socket, request: HostileRequest): Promise<{ answer: RawAnswer; reusable: boolean }> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      socket.removeAllListeners('data').removeAllListeners('error').removeAllListeners('close')
      socket.on('error', () => undefined)
      settle()
    }
    const timer = setTimeout(() => finish(() => reject(new Error('no answer'))), TIMEOUT)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const answer = readAnswer(received, request.method)
      // A server that responds before it has read the whole request must close the connection. If it kept the
      // connection open, it would read the rest of this request as the next request.
      const reusable = !/^connection: close/im.test(answer?.head ?? '')
      if (answer !== undefined) finish(() => resolve({ answer, reusable }))
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      const answer = readAnswer(received, request.method)
      const failure = received.length === 0 ? new HungUp('hung up') : new Error('hung up in the middle of an answer')
      finish(() => (answer === undefined ? reject(failure) : resolve({ answer, reusable: false })))
    })
    socket.write(toBytes(request))
  })
}

/** Parses a response. Returns undefined while bytes of the response are missing. */
export function readAnswer(received: Buffer, method: string): RawAnswer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = received.subarray(0, end).toString('latin1')
  const status = Number(head.slice(9, 12))
  // `100 Continue` is followed by the final response.
  if (status === 100) return readAnswer(received.subarray(end + 4), method)
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
  const body = received.subarray(end + 4)
  if (method !== 'HEAD' && body.length < length) return undefined
  return { status, head, body: body.toString() }
}

/** Returns the bytes of a request as HTTP sends them. */
export function toBytes({ method, target, headers, body, chunked }: HostileRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  lines.unshift(`${method} ${target} HTTP/1.1`, 'host: localhost')
  lines.push(chunked ? 'transfer-encoding: chunked' : `content-length: ${body.length}`)
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  if (!chunked) return Buffer.concat([head, body])
  const size = Buffer.from(body.length === 0 ? '' : `${body.length.toString(16)}\r\n`)
  return Buffer.concat([head, size, body, Buffer.from(body.length === 0 ? '0\r\n\r\n' : '\r\n0\r\n\r\n')])
}
