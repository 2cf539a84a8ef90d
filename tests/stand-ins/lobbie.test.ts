import { describe, expect, test } from 'vitest'
import { describeSwitches } from './common/describe-switches.ts'
import { startLobbie } from './lobbie.ts'
import { defectProbes, readingProbes } from './lobbie/probes.ts'
import { lobbieDefects, lobbieReadings } from './lobbie/switches.ts'
import { openLobbie, pathOf, requestToken, tokenOf } from './lobbie/test-lobbie.ts'

describeSwitches(
  'the responses of the test server that imitates Lobbie',
  { ...lobbieReadings, ...lobbieDefects },
  { ...readingProbes, ...defectProbes },
  openLobbie,
)

describe('the test server that imitates Lobbie', () => {
  test('grants a token for valid client credentials, and refuses invalid client credentials', async () => {
    const { server } = await openLobbie()
    const { body, status } = await requestToken(server)
    expect([status, body]).toEqual([
      200,
      { access_token: expect.stringMatching(/^ey/) as string, token_type: 'Bearer', expires_in: 3600 },
    ])
    const errors = await Promise.all(
      [{ client_secret: 'x' }, { client_id: 'x' }, { scope: 'x' }, { grant_type: 'password' }].map(async (fields) => {
        const { status, body } = await requestToken(server, undefined, fields)
        return [status, (body as { error: string }).error]
      }),
    )
    expect(errors).toEqual([
      [400, 'invalid_client'],
      [400, 'invalid_client'],
      [400, 'invalid_scope'],
      [400, 'unsupported_grant_type'],
    ])
    await server.close()
  })

  test('refuses missing, changed and expired tokens, and clients without a grant', async () => {
    const { server, call, token, advance } = await openLobbie()
    const path = `${pathOf(server.ids.accountId, server.ids.locationId)}/${server.ids.appointments.SCHEDULED[0]}`
    const statusWith = async (authorization: string): Promise<number> =>
      (await call('PUT', path, { note: 'a' }, { authorization })).status
    const [header, , signature] = token.split('.')
    const changed = Buffer.from('{"client_id":"canary-client-harbor","exp":9999999999}').toString('base64url')
    expect(await statusWith('')).toBe(401)
    expect(await statusWith('Bearer x')).toBe(401)
    expect(await statusWith(`Basic ${token}`)).toBe(401)
    expect(await statusWith(`Bearer ${header}.${changed}.${signature}`)).toBe(401)
    expect(await statusWith(`Bearer ${await tokenOf(server, server.credentials.otherPartner)}`)).toBe(403)
    expect(await statusWith(`Bearer ${await tokenOf(server, server.credentials.withoutGrant)}`)).toBe(403)
    expect(await statusWith(`Bearer ${token}`)).toBe(200)
    advance(3601_000)
    expect(await statusWith(`Bearer ${token}`)).toBe(401)
    await server.close()
  })

  test('changes only the sent fields, and returns the appointment in the same form as the list', async () => {
    const { server, call, update } = await openLobbie()
    const { ids } = server
    const list = async () => {
      const { body } = await call('GET', `${pathOf(ids.accountId, ids.locationId)}?patientId=${ids.patientId}`)
      return (body as { appointments: { id: number }[] }).appointments
    }
    const before = await list()
    const [id] = ids.appointments.SCHEDULED
    const { body } = await update(id, {
      startTime: '2026-06-10T16:00:00+02:00',
      practitionerId: ids.freePractitionerId,
      note: 'Follow-up',
      status: 'CONFIRMED',
    })
    const expected = {
      ...before.find((one) => one.id === id),
      startTime: '2026-06-10T10:00:00-04:00',
      endTime: '2026-06-10T10:30:00-04:00',
      practitionerId: ids.freePractitionerId,
      note: 'Follow-up',
      status: 'CONFIRMED',
      updatedAt: '2026-03-02T15:00:00Z',
    }
    expect(body).toEqual(expected)
    const after = await list()
    expect(after.find((one) => one.id === id)).toEqual(expected)
    expect(after.filter((one) => one.id !== id)).toEqual(before.filter((one) => one.id !== id))
    await server.close()
  })

  test('lists appointments by page, filter and order', async () => {
    const { server, call } = await openLobbie()
    const path = pathOf(server.ids.accountId, server.ids.locationId)
    const page = async (query: string) => {
      const { body } = await call('GET', `${path}?${query}`)
      return body as { appointments: { id: number; status: string }[]; nextCursor?: string }
    }
    const first = await page('patientId=9003')
    const last = await page(`patientId=9003&cursor=${first.nextCursor}`)
    expect([first.appointments.length, last.appointments.length, last.nextCursor]).toEqual([20, 5, undefined])
    expect((await page('patientId=9003&limit=100')).appointments).toEqual([...first.appointments, ...last.appointments])
    expect((await page('patientId=9003&sortDir=DESC&limit=1')).appointments[0]?.id).toBe(21_024)
    expect((await page('patientId=9001&status=NO_SHOW')).appointments.map(({ id }) => id)).toEqual([20_011])
    for (const query of ['limit=0', 'limit=101', 'cursor=x', 'patientId=x', 'status=x', 'startDate=2026', 'sortBy=x'])
      expect((await call('GET', `${path}?${query}`)).status, query).toBe(400)
    await server.close()
  })

  test('records each request with its start time, and sends the time of its clock in the Date header', async () => {
    const { server, call } = await openLobbie()
    const { headers } = await call('GET', `${pathOf(4410, 731)}?limit=1`)
    expect(headers.get('date')).toBe('Mon, 02 Mar 2026 15:00:00 GMT')
    expect(server.log.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/oauth2/token', 200],
      ['GET', `${pathOf(4410, 731)}?limit=1`, 200],
    ])
    expect(server.log[1]?.startedAt).toBeGreaterThan(server.log[0]?.startedAt ?? Infinity)
    await server.close()
  })

  test('rejects an unknown setting and an unknown value of a setting', async () => {
    await expect(startLobbie({ set: { colour: 'red' } })).rejects.toThrow("Unknown switch 'colour'")
    await expect(startLobbie({ set: { etag: 'red' } })).rejects.toThrow(
      "Switch 'etag' has the positions absent, checked, got 'red'.",
    )
  })
})
