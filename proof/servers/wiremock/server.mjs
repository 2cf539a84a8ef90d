import { join } from 'node:path'

/** The administration API of WireMock. It stores data, requires no login, and serves its document. */
export const server = {
  install: { npm: ['wiremock@3.13.2'] },
  document: { path: '/__admin/docs/swagger' },
  scope: [
    ...['/__admin/mappings', '/__admin/mappings/{stubMappingId}', '/__admin/mappings/import'],
    ...['/__admin/mappings/find-by-metadata', '/__admin/mappings/remove-by-metadata'],
    ...['/__admin/requests', '/__admin/requests/{requestId}', '/__admin/requests/count', '/__admin/requests/find'],
    ...['/__admin/requests/remove', '/__admin/files', '/__admin/files/{fileId}', '/__admin/scenarios'],
    ...['/__admin/version', '/__admin/health'],
  ],
  /** Creates a stub and calls it once, so that the server is not empty. */
  async seed({ root }) {
    const stub = { request: { url: '/hello', method: 'GET' }, response: { status: 200 }, name: 'hello' }
    await fetch(`${root}/__admin/mappings`, { method: 'POST', body: JSON.stringify(stub) })
    await fetch(`${root}/hello`)
  },
  async objects({ root }) {
    const [{ mappings }, files] = await Promise.all(
      ['mappings', 'files'].map(async (what) => (await fetch(`${root}/__admin/${what}`)).json()),
    )
    return [...mappings.map(({ id }) => id), ...files]
  },
  ready: '/__admin/health',
  start: ({ home, data, port }) => ({
    command: 'java',
    args: [
      ...['-jar', join(home, 'node_modules/wiremock/build/wiremock-standalone-3.13.2.jar')],
      ...['--bind-address', '127.0.0.1', '--port', String(port), '--root-dir', data],
    ],
  }),
}
