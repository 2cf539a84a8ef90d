import { join } from 'node:path'

/** Monitors a machine. Nearly stateless, without login. The framework (FastAPI) writes its document. */
export const server = {
  install: { pip: ['glances[web]==4.5.8'] },
  document: { path: '/openapi.json' },
  ready: '/api/4/status',
  start: ({ home, port }) => ({
    command: join(home, 'bin/glances'),
    args: ['-w', '-B', '127.0.0.1', '-p', String(port), '--disable-webui'],
  }),
}
