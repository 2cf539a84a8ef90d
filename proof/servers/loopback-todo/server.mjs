import { cpSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'node_modules/@loopback/example-todo'

/** The example of the framework LoopBack. It stores data, requires no login, and serves its document. */
export const server = {
  install: { npm: ['@loopback/example-todo@6.0.0'] },
  document: { path: '/openapi.json' },
  objects: async ({ base }) => (await (await fetch(`${base}/todos`)).json()).map(({ id }) => id),
  ready: '/openapi.json',
  prepare: ({ home, data }) => cpSync(join(home, folder, 'data'), join(data, 'data'), { recursive: true }),
  start: ({ home, port }) => ({
    command: process.execPath,
    args: [join(home, folder, 'dist/index.js')],
    env: { HOST: '127.0.0.1', PORT: String(port) },
  }),
}
