import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { serve } from '../../stand-ins/common/http.ts'
import { startVendor } from '../../stand-ins/proof/live-setup.ts'
import { startSlowProxy } from '../../stand-ins/slow-proxy.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost, runLive } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

const gate = ['gate', '--target', 'live', '--api', 'lobbie']
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Starts the test server that imitates Lobbie. Its clock is `ahead` milliseconds ahead of the gate's clock. */
async function start(ahead = 0) {
  const clock = fastClock(ahead)
  const { server, setup } = await startVendor('lobbie', { now: () => clock.now() })
  closing.push(() => server.close())
  return { server, setup, config: setup.config(setup.changeable) }
}

const words = ({ out, err }: { readonly out: string; readonly err: string }): string =>
  (out + err).replaceAll(/\s+/g, ' ')

test.each(['lobbie', 'aniva'] as const)(
  'a run against %s without one of its environment variables sends nothing, names the variable and exits with 2',
  async (vendor) => {
    const { server, setup } = await startVendor(vendor)
    closing.push(() => server.close())
    for (const name of Object.keys(setup.env)) {
      const env = Object.fromEntries(Object.entries(setup.env).filter(([key]) => key !== name))
      const ran = await runLive(setup.config(setup.changeable), env, ['gate', '--target', 'live', '--api', vendor])
      expect(ran.code).toBe(2)
      expect(words(ran)).toContain(`the environment variable ${name} is not set`)
    }
    expect(server.log).toEqual([])
  },
)

test('a token endpoint that answers HTML is reported, and no other request is sent', async () => {
  const { server, setup, config } = await start()
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Login</title>' }
  const other = await serve(() => page, 0, Date.now)
  closing.push(other.close)
  const ran = await runLive(config.replace(/tokenUrl: \S+/, `tokenUrl: ${other.origin}/oauth2/token`), setup.env, gate)
  expect(ran.code).toBe(2)
  expect(words(ran)).toMatch(/The token endpoint returned no token/)
  expect(server.log).toEqual([])
})

test.each([
  ['ahead', 90_000],
  ['behind', -90_000],
] as const)('a server whose clock is more than a minute %s is not tested', async (direction, milliseconds) => {
  const { server, setup, config } = await start(milliseconds)
  const ran = await runLive(config, setup.env, gate)
  expect(ran.code).toBe(2)
  expect(words(ran)).toMatch(new RegExp(`the server is (89|90|91) s ${direction}`))
  expect(server.log.filter(({ method }) => method === 'PUT')).toEqual([])
})

test.skipIf(!existsSync('/dev/full'))('a run whose journal does not fit on the disk sends nothing', async () => {
  const { server, setup, config } = await start()
  await inFolder({ 'contract.config.yaml': config }, async () => {
    mkdirSync('.contract-gate')
    // Makes each write of the journal fail with ENOSPC, as on a full disk.
    symlinkSync('/dev/full', '.contract-gate/lobbie.journal.json.part')
    const ran = await runMain(gate, hastyHost(setup.env))
    expect(ran.code).toBe(2)
    expect(words(ran)).toMatch(/ENOSPC.* next free space on the disk/)
  })
  expect(server.log).toEqual([])
})

test('a second run in the same folder is refused, and the first run goes on undisturbed', async () => {
  const { server, setup, config } = await start()
  const before = setup.stored()
  await inFolder({ 'contract.config.yaml': config }, async () => {
    const processes = { own: 1, isRunning: (id: number) => id === 1 }
    const host = (): ReturnType<typeof hastyHost> => Object.assign(hastyHost(setup.env), { processes })
    const first = host()
    const { wait } = first
    let second: Awaited<ReturnType<typeof runMain>> | undefined
    const both = Object.assign(first, {
      wait: async (milliseconds: number) => {
        await wait?.(milliseconds)
        if (server.log.length < 15 || second !== undefined) return
        second = { code: -1, out: '', err: '' }
        second = await runMain(gate, host())
        first.stop()
      },
    })
    await runMain(gate, both)
    expect(second?.code).toBe(2)
    expect(words(second ?? { out: '', err: '' })).toMatch(/process 1 holds the lock/)
    await runMain(['live', 'restore', 'lobbie'], host())
  })
  expect(setup.stored()).toEqual(before)
})

test('a run whose network drops in the middle leaves a journal, and `live restore` restores the fixture', async () => {
  const { server, setup, config } = await start()
  const proxy = await startSlowProxy({ target: server.baseUrl, latency: 0, perSecond: Infinity })
  closing.unshift(proxy.close)
  const before = setup.stored()
  const through = config.replaceAll(new URL(server.baseUrl).origin, proxy.origin)
  await inFolder({ 'contract.config.yaml': through }, async () => {
    const host = hastyHost(setup.env)
    const { wait } = host
    const dropping = Object.assign(host, {
      wait: async (milliseconds: number) => {
        await wait?.(milliseconds)
        // Cuts the network after the first accepted update, before the fixture is restored.
        if (server.log.some(({ method, status }) => method === 'PUT' && status === 200)) proxy.cut()
      },
    })
    const ran = await runMain(gate, dropping)
    expect(ran.code).toBe(2)
    expect(words(ran)).toMatch(/run `contract-gate live restore lobbie`/)
    expect(setup.stored()).not.toEqual(before)
    proxy.restore()
    expect(await runMain(['live', 'restore', 'lobbie'], hastyHost(setup.env))).toMatchObject({ code: 0 })
  })
  expect(setup.stored()).toEqual(before)
})

test('`gate --target live` without a live section in contract.config.yaml prints the command that writes this section', async () => {
  await inFolder({}, async () => {
    const ran = await runMain(gate, hastyHost())
    expect(ran.code).toBe(2)
    expect(words(ran)).toContain('`contract-gate live init lobbie` writes one')
  })
})
