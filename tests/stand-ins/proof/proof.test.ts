import { expect, test } from 'vitest'
import { randomSettings } from '../random-settings.ts'
import { switches } from '../switches.ts'
import { disprovedBy } from './disproved-by.ts'
import { killRun } from './kill-run.ts'
import { runSwitched } from './run-switched.ts'

// The tests below run one example of each kind of check in `prove-live.mjs`. That script runs all checks and takes
// long.

test.each(['lobbie', 'aniva'] as const)(
  'with random settings of a %s test server, the gate reports an error only if the server has a defect',
  async (vendor) => {
    const readings = randomSettings(vendor, 2)
    expect((await runSwitched(vendor, readings)).accusations).toEqual([])
    const broken = await runSwitched(vendor, { ...readings, 'refused-update-stored': 'on' })
    expect(broken.accusations.length).toBeGreaterThan(0)
  },
)

test('a refusal with an undocumented status causes no error, but disproves an assumption about the vendor', async () => {
  const { accusations, disproved } = await runSwitched('lobbie', { 'validation-status': '422' })
  expect(accusations).toEqual([])
  for (const part of disprovedBy.lobbie['validation-status=422'] ?? [])
    expect(disproved.some((id) => id.includes(part))).toBe(true)
})

test('every setting and value in the list of disproved assumptions (`disprovedBy`) exists', () => {
  const known = switches.flatMap(({ standIn, id, positions }) => positions.map((each) => `${standIn} ${id}=${each}`))
  const listed = Object.entries(disprovedBy).flatMap(([vendor, of]) =>
    Object.keys(of).map((name) => `${vendor} ${name}`),
  )
  expect(listed.filter((name) => !known.includes(name))).toEqual([])
})

test('`live restore` restores the fixture of a run that was killed', async () => {
  expect(await killRun('lobbie', 1)).toMatchObject({ wasHalfMade: true, isRestored: true })
})
