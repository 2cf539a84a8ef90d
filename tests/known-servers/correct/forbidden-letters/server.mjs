import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /letters/{letterId}': ({ request, path }) => {
        if (request.headers.get('authorization') !== 'Bearer ana-token-1')
          return empty(401, { 'www-authenticate': 'Bearer realm="letters"' })
        return path.letterId === 'a1' ? json(200, { text: 'Dear Ana' }) : empty(403)
      },
    },
    (status) => empty(status),
  )
}
