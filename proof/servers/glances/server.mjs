import { join } from 'node:path'

/** Glances monitors a machine. It stores almost no data and requires no login. FastAPI generates its document. */
export const server = {
  install: { pip: ['glances[web]==4.5.8'] },
  document: { path: '/openapi.json' },
  ready: '/api/4/status',
  start: ({ home, port }) => ({
    command: join(home, 'bin/glances'),
    args: ['-w', '-B', '127.0.0.1', '-p', String(port), '--disable-webui'],
  }),
}
