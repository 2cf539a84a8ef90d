import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fastClock } from '../../support/fast-clock.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost, runLiveAt } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'
import { startSlowProxy } from '../slow-proxy.ts'
import { killRun } from './kill-run.ts'
import { isAsBefore, startVendor, type Vendor } from './live-setup.ts'
import type { Row } from './prove-live.ts'

const DAY = 86_400_000
const gateOf = (vendor: Vendor): string[] => ['gate', '--target', 'live', '--api', vendor]

/**
 * Runs the gate in three situations: with a clock that is one day ahead, over a slow and faulty network, and 20 times
 * in a process that is killed.
 */
export async function* proveNetwork(vendor: Vendor): AsyncGenerator<Row> {
  yield await proveNextDay(vendor)
  yield await proveSlowProxy(vendor)
  yield await proveDrops(vendor)
  yield* proveKills(vendor)
}

/**
 * Runs the gate twice. In the second run, the clocks of the gate and the server are one day ahead. The verdicts of both
 * runs must be the same.
 */
async function proveNextDay(vendor: Vendor): Promise<Row> {
  const [today, tomorrow] = [await verdictsAt(vendor, 0), await verdictsAt(vendor, DAY)]
  const other = today.filter((each, index) => each !== tomorrow[index])
  const text = `next day: ${today.length - other.length} of ${today.length} verdicts are identical`
  return { isRight: today.length === tomorrow.length && other.length === 0, text: [text, ...other].join('\n         ') }
}

async function verdictsAt(vendor: Vendor, ahead: number): Promise<string[]> {
  const clock = fastClock(ahead)
  const { server, setup } = await startVendor(vendor, { now: () => clock.now() })
  try {
    const { report } = await runLiveAt(clock, setup.config(setup.fixtures), setup.env, gateOf(vendor))
    return (report?.runs[0]?.cases ?? []).map(({ path, verdict }) => `${path} ${verdict}`)
  } finally {
    await server.close()
  }
}

/**
 * Runs the gate through a proxy that delays each request by 150 ms, allows 5 requests per second, resets connections,
 * and fails for a while.
 */
async function proveSlowProxy(vendor: Vendor): Promise<Row> {
  const { server, setup } = await startVendor(vendor)
  const proxy = await startSlowProxy({
    target: server.baseUrl,
    reset: { every: 41, when: 'after' },
    outage: { from: 90, requests: 4 },
  })
  try {
    const before = setup.stored()
    const config = setup.config(setup.changeable).replaceAll(new URL(server.baseUrl).origin, proxy.origin)
    const clock = {
      ...fastClock(),
      elapsed: () => performance.now(),
      wait: (milliseconds: number) => sleep(milliseconds),
    }
    const restore = ['live', 'restore', vendor]
    const { report } = await runLiveAt(clock, config, setup.env, gateOf(vendor), restore)
    const accusations = (report?.runs[0]?.findings ?? []).filter(({ level }) => level === 'error')
    const isRestored = isAsBefore(setup, before)
    return {
      isRight: accusations.length === 0 && isRestored,
      text: [
        `slow proxy: ${proxy.log.length} requests, ${accusations.length} accusations, ${isRestored ? 'everything' : 'not everything'} restored`,
        ...accusations.map(({ rule, case: path }) => `accuses ${rule} ${path}`),
      ].join('\n         '),
    }
  } finally {
    await proxy.close()
    await server.close()
  }
}

/**
 * Kills 20 runs. The first run is killed after its first accepted update, the second run one update later, and so on.
 */
async function* proveKills(vendor: Vendor): AsyncGenerator<Row> {
  let [halfMade, restored] = [0, 0]
  for (let at = 1; at <= 20; at += 1) {
    const killed = await killRun(vendor, at)
    if (killed.wasHalfMade) halfMade += 1
    if (killed.isRestored) restored += 1
    else yield { isRight: false, text: `killed after update ${at}: ${killed.restored}` }
  }
  yield {
    isRight: restored === 20,
    text: `kill -9: ${restored} of 20 restored, ${halfMade} of them met a half-made change`,
  }
}

/**
 * Runs the gate 20 times. In each run, the network fails permanently, at a later request than in the run before. Then
 * restores the fixtures over a new connection.
 */
async function proveDrops(vendor: Vendor): Promise<Row> {
  let [halfMade, restored] = [0, 0]
  for (let at = 1; at <= 20; at += 1) {
    const { server, setup } = await startVendor(vendor)
    const outage = { from: at * 17, requests: Infinity }
    const proxy = await startSlowProxy({ target: server.baseUrl, latency: 0, perSecond: 1000, outage })
    try {
      const before = setup.stored()
      const config = setup.config(setup.changeable)
      await inFolder({}, async () => {
        writeFileSync('contract.config.yaml', config.replaceAll(new URL(server.baseUrl).origin, proxy.origin))
        await runMain(gateOf(vendor), hastyHost(setup.env))
        if (!isAsBefore(setup, before)) halfMade += 1
        writeFileSync('contract.config.yaml', config)
        await runMain(['live', 'restore', vendor], hastyHost(setup.env))
      })
      if (isAsBefore(setup, before)) restored += 1
    } finally {
      await proxy.close()
      await server.close()
    }
  }
  const text = `dropped network: ${restored} of 20 restored, ${halfMade} of them met a half-made change`
  return { isRight: restored === 20, text }
}
