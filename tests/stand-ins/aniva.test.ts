import { describe, expect, test } from 'vitest'
import { defectProbes, readingProbes } from './aniva/probes.ts'
import { anivaDefects, anivaReadings } from './aniva/switches.ts'
import { appointmentsPath, openAniva } from './aniva/test-aniva.ts'
import { describeSwitches } from './common/describe-switches.ts'

describeSwitches(
  'the responses of the test server that imitates Aniva',
  { ...anivaReadings, ...anivaDefects },
  { ...readingProbes, ...defectProbes },
  openAniva,
)

const later = '2026-05-20T16:00:00+02:00'

describe('the test server that imitates Aniva', () => {
  test('changes only the sent fields, and returns the same body as the get operation', async () => {
    const { server, call, update } = await openAniva()
    const before = server.appointments()
    const [id] = server.ids.appointments.confirmed
    const { body } = await update(id, { scheduled_at: later, location_id: server.ids.otherLocationId })
    const expected = {
      ...before.find((one) => one['id'] === id),
      scheduled_at: '2026-05-20T17:00:00+03:00',
      location_id: server.ids.otherLocationId,
      updated_at: '2026-03-02T15:00:00Z',
    }
    expect(body).toEqual(expected)
    expect((await call('GET', `${appointmentsPath}/${id}`)).body).toEqual(expected)
    const others = (all: typeof before) => all.filter((one) => one['id'] !== id)
    expect(others(server.appointments())).toEqual(others(before))
    await server.close()
  })

  test('refuses keys without access to the operation or the appointment', async () => {
    const { server, update, call } = await openAniva()
    const { credentials, ids } = server
    const [id] = ids.appointments.confirmed
    for (const key of [credentials.readOnlyKey, credentials.otherPartnerKey]) {
      const { status, body } = await update(id, { scheduled_at: later }, { 'x-api-key': key })
      expect([status, body]).toEqual([403, { error: 'Forbidden' }])
    }
    const read = { 'x-api-key': credentials.readOnlyKey }
    expect((await call('GET', `${appointmentsPath}/${id}`, undefined, read)).status).toBe(200)
    await server.close()
  })

  test('reports unknown ids with 404 and malformed ids with 400', async () => {
    const { server, update } = await openAniva()
    const [id] = server.ids.appointments.confirmed
    const statuses = [
      await update(server.ids.unknownAppointmentId, {}),
      await update('not-a-uuid', {}),
      await update(id, { location_id: server.ids.unknownLocationId }),
      await update(id, { location_id: 'not-a-uuid' }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([404, 400, 404, 400])
    await server.close()
  })

  test('creates an appointment, cancels it, and refuses to cancel it again', async () => {
    const { server, call, stored } = await openAniva()
    const { ids } = server
    const sent = { profile_id: ids.profileId, location_id: ids.locationId, scheduled_at: later }
    const created = await call('POST', appointmentsPath, sent)
    const { id } = created.body as { id: string }
    expect([created.status, created.body]).toEqual([
      201,
      {
        ...stored(ids.appointments.confirmed[0]),
        id,
        scheduled_at: later,
        created_at: '2026-03-02T15:00:00Z',
        panels: [],
      },
    ])
    const elsewhere = await call('POST', appointmentsPath, { ...sent, location_id: ids.otherLocationId })
    expect((elsewhere.body as { status: string }).status).toBe('pending')
    const refused = [{ profile_id: ids.foreignProfileId }, { profile_id: ids.unknownProfileId }, { location_id: 1 }]
    const statuses = []
    for (const wrong of refused) statuses.push((await call('POST', appointmentsPath, { ...sent, ...wrong })).status)
    expect(statuses).toEqual([403, 404, 400])
    const cancelled = await call('DELETE', `${appointmentsPath}/${id}`)
    expect([cancelled.status, (cancelled.body as { status: string }).status]).toEqual([200, 'cancelled'])
    expect((await call('DELETE', `${appointmentsPath}/${id}`)).status).toBe(409)
    await server.close()
  })

  test('lists the appointments of a profile, and the active locations that the API key may use', async () => {
    const { server, call } = await openAniva()
    const { ids } = server
    const own = (await call('GET', `${appointmentsPath}?profile_id=${ids.profileId}`)).body as { profile_id: string }[]
    expect([own.length, new Set(own.map((one) => one.profile_id))]).toEqual([8, new Set([ids.profileId])])
    expect((await call('GET', `${appointmentsPath}?profile_id=${ids.foreignProfileId}`)).status).toBe(403)
    const locations = (await call('GET', '/api/v1/locations')).body as { id: string }[]
    expect(locations.map(({ id }) => id)).toEqual([ids.locationId, ids.otherLocationId, ids.zonelessLocationId])
    await server.close()
  })

  test('records the confirmation of a blood draw', async () => {
    const { server, call, stored } = await openAniva()
    const [id] = server.ids.appointments.confirmed
    expect((await call('POST', `${appointmentsPath}/${id}/confirm`, { barcode: '4012345678901' })).status).toBe(200)
    expect([stored(id)['status'], server.effects]).toEqual(['blood_drawn', [`confirmed the blood draw of ${id}`]])
    await server.close()
  })
})
