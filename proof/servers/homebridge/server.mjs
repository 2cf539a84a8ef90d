import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Homebridge is a hub for smart homes. It stores data, requires a user and a password, and serves its document. */
export const server = {
  install: { npm: ['homebridge@2.4.0', 'homebridge-config-ui-x@5.28.0'] },
  document: { path: '/swagger-json' },
  // The operations that the gate may test. Other operations restart or shut down the machine.
  scope: [
    ...['/api/auth/login', '/api/auth/noauth', '/api/auth/check', '/api/auth/settings'],
    ...['/api/users', '/api/users/{userId}', '/api/users/change-password', '/api/accessories'],
    ...['/api/server/mdns-advertiser', '/api/server/name', '/api/server/port'],
    ...['/api/status/uptime', '/api/status/ram', '/api/accessories/layout'],
  ],
  /** Creates a second user, so that the server has more than its administrator. */
  async seed({ root, credentials }) {
    const user = json({ name: 'Ada', username: 'ada', password: 'secret-of-ada', admin: false })
    await fetch(`${root}/api/users`, { ...user, headers: { ...user.headers, ...credentials } })
  },
  objects: async ({ root, credentials: headers }) =>
    (await (await fetch(`${root}/api/users`, { headers })).json()).map(({ id }) => id),
  ready: '/swagger',
  prepare({ data, port }) {
    writeFileSync(
      join(data, 'config.json'),
      JSON.stringify({
        bridge: { name: 'Homebridge', username: '0E:00:00:00:00:01', port: port + 1, pin: '031-45-154' },
        platforms: [{ platform: 'config', name: 'Config', port, host: '127.0.0.1' }],
        accessories: [],
      }),
    )
  },
  start: ({ home, data }) => ({
    command: process.execPath,
    args: [
      join(home, 'node_modules/homebridge-config-ui-x/dist/bin/standalone.js'),
      ...['--user-storage-path', data, '--no-timestamp'],
    ],
    env: { UIX_STORAGE_PATH: data, UIX_CONFIG_PATH: join(data, 'config.json') },
  }),
  async authorize({ root }) {
    const user = { name: 'tester', username: 'tester', password: 'secret-of-this-run' }
    const first = await fetch(`${root}/api/setup-wizard/create-first-user`, json(user))
    if (!first.ok) throw new Error(await first.text())
    const login = await (await fetch(`${root}/api/auth/login`, json(user))).json()
    return { authorization: `Bearer ${login.access_token}` }
  },
}

function json(body) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
