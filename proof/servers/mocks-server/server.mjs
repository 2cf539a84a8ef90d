import { join } from 'node:path'

/** The administration API of Mocks Server. It stores data, requires no login, and serves its document. */
export const server = {
  install: { npm: ['@mocks-server/main@4.1.0'] },
  document: { path: '/docs/openapi.json' },
  base: '/api',
  ready: '/api/about',
  start: ({ home, data, port }) => ({
    command: join(home, 'node_modules/.bin/mocks-server'),
    args: [
      ...['--no-plugins.inquirerCli.enabled', '--server.host=127.0.0.1', `--server.port=${port + 1}`],
      ...['--plugins.adminApi.host=127.0.0.1', `--plugins.adminApi.port=${port}`, '--no-files.watch'],
    ],
    cwd: data,
  }),
}
