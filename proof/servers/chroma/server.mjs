import { join } from 'node:path'

/** A database of vectors. Stateful, without login. It serves its document. */
export default {
  install: { pip: ['chromadb==1.5.9'] },
  document: { path: '/openapi.json' },
  ready: '/api/v2/heartbeat',
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/chroma'),
    args: ['run', '--path', join(data, 'store'), '--host', '127.0.0.1', '--port', String(port)],
    env: { ANONYMIZED_TELEMETRY: 'false' },
  }),
}
