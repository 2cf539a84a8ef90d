import { gzipSync } from 'node:zlib'
import { empty, route } from '../../toolkit.mjs'

const text = JSON.stringify(['ær', 'øl', 'ål'])
const headers = {
  etag: 'W/"words-3"',
  'last-modified': 'Thu, 01 Jan 2026 12:00:00 GMT',
  'cache-control': 'max-age=60',
  vary: 'Accept-Encoding',
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /words': ({ request }) => {
        const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
        if (known.includes(headers.etag) || known.includes('*')) return empty(304, headers)
        const json = { ...headers, 'content-type': 'application/json' }
        return /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
          ? new Response(gzipSync(text), { headers: { ...json, 'content-encoding': 'gzip' } })
          : new Response(text, { headers: json })
      },
    },
    (status) => empty(status),
  )
}
