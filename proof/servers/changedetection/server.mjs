import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** changedetection.io watches web pages. It stores data and requires a key. Its package contains the document. */
export const server = {
  install: { pip: ['changedetection.io==0.60.10'] },
  document: { file: 'lib/python3.11/site-packages/changedetectionio/docs/api-spec.yaml' },
  base: '/api/v1',
  objects: async ({ base, credentials }) => [
    ...Object.keys(await (await fetch(`${base}/watch`, { headers: credentials })).json()),
    ...Object.keys(await (await fetch(`${base}/tags`, { headers: credentials })).json()),
  ],
  ready: '/api/v1/full-spec',
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/changedetection.io'),
    args: ['-C', '-d', join(data, 'store'), '-h', '127.0.0.1', '-p', String(port)],
    env: { DISABLE_VERSION_CHECK: 'true' },
  }),
  authorize({ data }) {
    const settings = JSON.parse(readFileSync(join(data, 'store/changedetection.json'), 'utf8'))
    return { 'x-api-key': settings.settings.application.api_access_token }
  },
}
