import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: the server accepts any key. It refuses only a missing key.
      'GET /badges': ({ request }) =>
        request.headers.has('x-badge-key')
          ? json(200, [{ badge: 7, visitor: 'I. Newton' }])
          : empty(401, { 'www-authenticate': 'ApiKey' }),
    },
    (status) => empty(status),
  )
}
