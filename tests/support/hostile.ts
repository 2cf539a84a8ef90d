import fc from 'fast-check'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import { abuses, inflict } from './hostile/abuse.ts'
import { openConnection, type RawAnswer, toBytes } from './hostile/connection.ts'
import { type Aim, type HostileRequest, hostileRequests } from './hostile/requests.ts'

/** The result of a run with hostile requests. */
export interface HostileReport {
  readonly seed: number
  readonly requests: number
  readonly seconds: number
  /**
   * The number of responses by status. The key `cut` counts attacks after which the server closed the connection
   * without a response.
   */
  readonly statuses: Readonly<Record<string, number>>
  /** The size of the heap in megabytes after each window of 500 requests, measured after a garbage collection. */
  readonly heap: readonly number[]
  /** The violations, each with the request that caused it. */
  readonly violations: readonly string[]
}

/** The options of a run with hostile requests. */
export interface HostileOptions {
  readonly seed: number
  readonly count: number
  readonly onWindow?: (done: number) => void
}

const WINDOWS = 20
const WINDOW_SIZE = 500
const CONNECTIONS = 16
/** One of `ABUSE_SHARE` requests is an attack with bytes that are not valid HTTP. */
const ABUSE_SHARE = 8
const PATIENCE = 150
/** The number of megabytes by which the heap may grow between the first and the second half of a run. */
const HEAP_TOLERANCE = 8
const STATUSES = new Set([200, 400, 401, 403, 404, 405, 408, 431])
const TRACES = /\n\s+at |node_modules|node:internal|\.[cm]?[jt]s:\d|(?:Type|Range|Syntax|Reference)Error|ERR_[A-Z]/

/**
 * Sends generated hostile requests to a listening sandbox, and reports each violation: a crash, an unexpected status, a
 * leak, or memory growth.
 */
export async function runHostile({ seed, count, onWindow }: HostileOptions): Promise<HostileReport> {
  const sandbox = createSandbox({ now: '2026-01-09T12:00:00Z', tokenLifetimeSeconds: 1_000_000 })
  const listening = await listen(sandbox, { headersTimeout: 1000, requestTimeout: 2000 })
  const aim = await takeAim(sandbox)
  const statuses: Record<string, number> = {}
  const violations: string[] = []
  const heap: number[] = []
  const note = (status: string) => (statuses[status] = (statuses[status] ?? 0) + 1)
  const blame = (what: string, sent: Buffer) => {
    if (violations.length < 20) violations.push(`${what}: ${JSON.stringify(sent.subarray(0, 300).toString('latin1'))}`)
  }
  const crashed = (error: unknown) => blame(`crash: ${String(error)}`, Buffer.alloc(0))
  process.on('uncaughtException', crashed)
  process.on('unhandledRejection', crashed)
  const connections = Array.from({ length: CONNECTIONS }, () => openConnection(listening.port))
  const began = performance.now()
  const windows = Math.min(WINDOWS, Math.ceil(count / WINDOW_SIZE))
  const upTo = (window: number) => Math.floor((count * window) / windows)
  try {
    for (let window = 0; window < windows; window += 1) {
      const size = upTo(window + 1) - upTo(window)
      const abusive = Math.floor(size / ABUSE_SHARE)
      const requests = fc.sample(hostileRequests(aim), { seed: seed + window, numRuns: size - abusive })
      const attacks = fc.sample(abuses(toBytes(validRequest(aim))), { seed: seed + window, numRuns: abusive })
      await share(requests, connections, async (request, { send }) => {
        try {
          const answer = await send(request)
          note(String(answer.status))
          const wrong = whatIsWrong(answer, request.method)
          if (wrong !== undefined) blame(wrong, toBytes(request))
        } catch (error) {
          blame(String(error), toBytes(request))
        }
      })
      await share(attacks, Array.from({ length: CONNECTIONS * 4 }), async (abuse) => {
        const answered = await inflict(listening.port, abuse, PATIENCE)
        const found = [...answered.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '')
        for (const status of found.length === 0 ? ['cut'] : found) note(status)
        if (found.some((status) => status.startsWith('5')) || TRACES.test(answered)) {
          blame(`answered ${answered.slice(0, 200)}`, Buffer.concat(abuse.pieces))
        }
      })
      // After all hostile requests, the server must still respond.
      const health = await fetch(`${listening.url}/__sandbox/status`, { headers: { connection: 'close' } })
      if (health.status !== 200) blame(`health ${health.status}`, Buffer.alloc(0))
      sandbox.reset()
      heap.push(heapInUse())
      onWindow?.(upTo(window + 1))
    }
  } finally {
    for (const { close } of connections) close()
    await listening.close()
    process.off('uncaughtException', crashed)
    process.off('unhandledRejection', crashed)
  }
  // Leaves out the first window, in which V8 still compiles code. Compares the two halves of the other windows.
  const half = Math.ceil(heap.length / 2)
  const growth = Math.min(...heap.slice(half)) - Math.max(...heap.slice(1, half))
  if (growth > HEAP_TOLERANCE) violations.push(`the heap grew by ${growth.toFixed(1)} MB`)
  const seconds = (performance.now() - began) / 1000
  return { seed, requests: count, seconds, statuses, heap, violations }
}

async function takeAim(sandbox: Sandbox): Promise<Aim> {
  const { clientId, clientSecret } = sandbox.partners.lobbie.partner
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const response = await sandbox.fetch('/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
  const { access_token: token } = (await response.json()) as { readonly access_token: string }
  const { accountId, locationId, appointmentId } = sandbox.demo.lobbie.path
  return {
    lobbiePath: `/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`,
    anivaPath: `/api/v1/appointments/${sandbox.demo.aniva.path['id']}`,
    token,
    key: sandbox.partners.aniva.partner.value,
  }
}

function validRequest({ lobbiePath, token }: Aim): HostileRequest {
  const headers = [
    ['authorization', `Bearer ${token}`],
    ['content-type', 'application/json'],
  ] as const
  return { method: 'PUT', target: lobbiePath, headers, body: Buffer.from('{"note":"x"}'), chunked: false }
}

function whatIsWrong({ status, head, body }: RawAnswer, method: string): string | undefined {
  if (!STATUSES.has(status)) return `answered ${status}`
  if (TRACES.test(body)) return `a trace in ${body.slice(0, 200)}`
  if (!/^content-type: application\/json/im.test(head) && body !== '') return 'an answer that is not JSON'
  if (method === 'HEAD' || body === '') return undefined
  try {
    JSON.parse(body)
    return undefined
  } catch {
    return `an answer that is cut off: ${body.slice(0, 200)}`
  }
}

/** Gives the items to the workers. When a worker has finished an item, it gets the next one. */
async function share<Item, Worker>(
  items: readonly Item[],
  workers: readonly Worker[],
  work: (item: Item, worker: Worker) => Promise<void>,
): Promise<void> {
  const left = items.values()
  await Promise.all(
    workers.map(async (worker) => {
      for (const item of left) await work(item, worker)
    }),
  )
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed / 1_000_000
}
