import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startVendor } from '../../stand-ins/proof/live-setup.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost, runLive } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

test.each([
  ['lobbie', ['accountId', 'locationId', 'receptionist', 'practitionerId', 'startTime', 'patientId']],
  ['aniva', ['profile_id', 'location_id', 'inactiveLocation']],
])('`live init %s` names each setting that the user can add to the live section', async (api, names) => {
  await inFolder({}, async () => {
    expect((await runMain(['live', 'init', api], hastyHost())).code).toBe(0)
    const text = readFileSync('contract.config.yaml', 'utf8')
    expect(names.filter((name) => !new RegExp(`\\b${name}: (…|\\[…\\])`).test(text))).toEqual([])
  })
})

test('`live list` without a value for its path parameters says where to add the value', async () => {
  const { server, setup } = await startVendor('lobbie')
  try {
    const config = setup.config([]).replace(/ {8}path:.*\n/, '')
    const { code, err } = await runLive(config, setup.env, ['live', 'list', 'lobbie'])
    expect(code).toBe(2)
    expect(err).toContain('listAppointments needs a value for accountId and locationId')
    expect(err).toContain('add it under `path` in the live section')
    expect(server.log).toEqual([])
  } finally {
    await server.close()
  }
})
