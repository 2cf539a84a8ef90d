import { createServer, type RequestListener } from 'node:http'
import { createServer as createSocketServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A server that one test uses, on a free port. */
export interface TestServer {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

export async function listenHttp(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener)
  return listening(server, () => server.closeAllConnections())
}

/** Starts a server on plain sockets. `answer` is called with the socket when the first bytes of a request arrive. */
export async function listenRaw(answer: (socket: Socket, received: Buffer) => void): Promise<TestServer> {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => answer(socket, bytes))
  })
  return listening(server, () => sockets.forEach((socket) => socket.destroy()))
}

async function listening(server: Server, cut: () => void): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cut()
      }),
  }
}
