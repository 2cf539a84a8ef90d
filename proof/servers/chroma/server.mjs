import { join } from 'node:path'

const below = (at) => `/api/v2/tenants/{tenant}/databases/{database}${at}`

/** Chroma is a vector database. It stores data, requires no login, and serves its document. */
export const server = {
  install: { pip: ['chromadb==1.5.9'] },
  document: { path: '/openapi.json' },
  scope: [
    ...['/api/v2/auth/identity', '/api/v2/healthcheck', '/api/v2/heartbeat', '/api/v2/version'],
    ...['/api/v2/pre-flight-checks', '/api/v2/tenants', '/api/v2/tenants/{tenant_name}'],
    ...['/api/v2/collections/{crn}', '/api/v2/tenants/{tenant}/databases'],
    ...['', '/collections', '/collections_count', '/collections/by-id/{collection_id}'].map(below),
    ...['', '/add', '/count', '/get', '/indexing_status'].map((at) => below(`/collections/{collection_id}${at}`)),
  ],
  /** Creates a collection, so that the server is not empty. */
  async seed({ root }) {
    const at = `${root}/api/v2/tenants/default_tenant/databases/default_database/collections`
    const headers = { 'content-type': 'application/json' }
    await fetch(at, { method: 'POST', headers, body: '{"name":"first"}' })
  },
  async objects({ root }) {
    const at = `${root}/api/v2/tenants/default_tenant/databases`
    const lists = ['', '/default_database/collections'].map(async (more) => (await fetch(at + more)).json())
    return (await Promise.all(lists)).flat().map(({ id }) => id)
  },
  ready: '/api/v2/heartbeat',
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/chroma'),
    args: ['run', '--path', join(data, 'store'), '--host', '127.0.0.1', '--port', String(port)],
    env: { ANONYMIZED_TELEMETRY: 'false' },
  }),
}
