import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'

/**
 * Changes a response of the API. `answer` returns the correct response. `count` is the number of requests to the API so
 * far. Responses to token requests and to control requests of the sandbox are not changed.
 */
export type Alter = (answer: () => Promise<Response>, count: number) => Promise<Response>

/**
 * Starts a sandbox on a free port. `alter` changes the responses of the sandbox. `asked` returns the number of requests
 * to the API.
 */
export async function listenAltered(
  alter: Alter,
): Promise<{ readonly url: string; readonly asked: () => number; close(): Promise<void> }> {
  const sandbox = createSandbox({ now: DEFAULT_NOW, seed: 1 })
  let asked = 0
  const { url, close } = await listen({
    ...sandbox,
    handle: (request, remoteAddress) => {
      const answer = (): Promise<Response> => sandbox.handle(request, remoteAddress)
      if (!/^\/(?:partner|api)\//.test(new URL(request.url).pathname)) return answer()
      asked += 1
      return alter(answer, asked)
    },
  })
  return { url, asked: () => asked, close }
}
