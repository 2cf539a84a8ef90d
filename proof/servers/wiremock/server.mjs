import { join } from 'node:path'

/** A mock server with an API for its administration. Stateful, without login. It serves its document. */
export default {
  install: { npm: ['wiremock@3.13.2'] },
  document: { path: '/__admin/docs/swagger' },
  ready: '/__admin/health',
  start: ({ home, data, port }) => ({
    command: 'java',
    args: [
      ...['-jar', join(home, 'node_modules/wiremock/build/wiremock-standalone-3.13.2.jar')],
      ...['--bind-address', '127.0.0.1', '--port', String(port), '--root-dir', data],
    ],
  }),
}
