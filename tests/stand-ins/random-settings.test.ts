import { expect, test } from 'vitest'
import { openAniva } from './aniva/test-aniva.ts'
import type { Received } from './common/test-client.ts'
import { openLobbie } from './lobbie/test-lobbie.ts'
import { randomSettings } from './random-settings.ts'
import { switches } from './switches.ts'

const seeds = Array.from({ length: 30 }, (_, seed) => seed)
const oddValues = [
  null,
  '',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  'x',
  '\u0000',
  '\ud800',
  '9998-12-31T23:59:59Z',
  '2026-02-30T10:00:00Z',
]
const oddBodies = ['', '{', 'null', '[]', '"a"', '{"__proto__":1}', '{"constructor":1}', '{"id":1,"note":1e400}']

/**
 * Sends one update for each unusual value of each field, and one for each unusual body. Returns the statuses of all
 * responses.
 */
async function statusesOfOddUpdates(fields: readonly string[], update: (body: unknown) => Promise<Received>) {
  const statuses = new Set<number>()
  const bodies = [...oddBodies, ...fields.flatMap((name) => oddValues.map((value) => ({ [name]: value })))]
  for (const body of bodies) statuses.add((await update(body)).status)
  return statuses
}

test('random settings depend only on the seed, and thirty seeds cover all settings that never cause a 429 or 503', () => {
  for (const standIn of ['lobbie', 'aniva'] as const) {
    expect(randomSettings(standIn, 7)).toEqual(randomSettings(standIn, 7))
    const drawn = seeds.map((seed) => randomSettings(standIn, seed))
    const readings = switches.filter((one) => one.standIn === standIn && one.kind === 'reading')
    for (const { id, positions, interrupts } of readings)
      expect(new Set(drawn.map((settings) => settings[id])), id).toEqual(
        new Set(interrupts === true ? [undefined] : positions),
      )
  }
})

test.each(seeds.slice(0, 10))(
  'with random settings of seed %i, updates with unusual values cause no 5xx and change only the updated object',
  async (seed) => {
    const lobbie = await openLobbie(randomSettings('lobbie', seed))
    const aniva = await openAniva(randomSettings('aniva', seed))
    const [id] = lobbie.server.ids.appointments.SCHEDULED
    const [anivaId] = aniva.server.ids.appointments.confirmed
    const others = () => [
      lobbie.server.appointments().filter((one) => one['id'] !== id),
      aniva.server.appointments().filter((one) => one['id'] !== anivaId),
    ]
    const before = others()
    const fields = ['note', 'practitionerId', 'startTime', 'status', 'unknown']
    const statuses = [
      ...(await statusesOfOddUpdates(fields, (body) => lobbie.update(id, body))),
      ...(await statusesOfOddUpdates(['scheduled_at', 'location_id', 'status'], (body) => aniva.update(anivaId, body))),
    ]
    expect(statuses.filter((status) => ![200, 400, 404, 409, 422].includes(status))).toEqual([])
    expect(others()).toEqual(before)
    await lobbie.server.close()
    await aniva.server.close()
  },
)
