import { expect, test } from 'vitest'
import { json, serve } from '../../stand-ins/common/http.ts'
import { startVendor } from '../../stand-ins/proof/live-setup.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { runLive, runLiveAt } from '../../support/live-run.ts'

test('a run sends at most as many requests as `live check` printed', async () => {
  const clock = fastClock()
  const { server, setup } = await startVendor('lobbie', { now: () => clock.now() })
  try {
    const config = setup.config(setup.changeable)
    const { out } = await runLiveAt(clock, config, setup.env, ['live', 'check', 'lobbie'])
    const before = server.log.length
    await runLiveAt(clock, config, setup.env, ['gate', '--target', 'live', '--api', 'lobbie'])
    const sent = server.log.length - before
    expect(sent).toBeGreaterThan(200)
    expect(sent).toBeLessThanOrEqual(Number(/At most (\d+) requests/.exec(out)?.[1]))
  } finally {
    await server.close()
  }
})

test('before any change, a run refuses a fixture that is configured as `changeable` if its status allows no change', async () => {
  const { server, setup } = await startVendor('lobbie')
  try {
    const closed = setup.fixtures.find((line) => line.startsWith('CANCELLED:')) ?? ''
    const config = setup.config([closed.replace('state: appointment,', 'state: appointment, use: changeable,')])
    const ran = await runLive(config, setup.env, ['gate', '--target', 'live', '--api', 'lobbie'])
    expect(ran.code).toBe(2)
    expect((ran.out + ran.err).replaceAll(/\s+/g, ' ')).toContain('`CANCELLED`: its status allows no change')
    expect(server.log.filter(({ method }) => method === 'PUT')).toEqual([])
  } finally {
    await server.close()
  }
})

test('`live check` reports that the list of appointments has a second page, and changes nothing', async () => {
  const { server, setup } = await startVendor('lobbie')
  const methods: string[] = []
  const paged = await serve(
    ({ method }) => {
      methods.push(method)
      return method === 'POST'
        ? json(200, { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 3600 })
        : json(200, { appointments: [{ id: 20_001, status: 'SCHEDULED' }], nextCursor: 'more' })
    },
    0,
    Date.now,
  )
  try {
    const config = setup.config(setup.changeable).replaceAll(new URL(server.baseUrl).origin, paged.origin)
    const ran = await runLive(config, setup.env, ['gate', '--target', 'live', '--api', 'lobbie'])
    expect(ran.code).toBe(2)
    expect((ran.out + ran.err).replaceAll(/\s+/g, ' ')).toContain('has a second page, but the gate reads only')
    expect(methods).toEqual(['POST', 'GET'])
  } finally {
    await paged.close()
    await server.close()
  }
})
