import { json, route } from '../../toolkit.mjs'

const problem = (title) => json(404, { title }, { 'content-type': 'application/problem+json' })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: the body is JSON, but the Content-Type is that of HTML.
      'GET /feeds/{name}': ({ path }) =>
        path.name === 'news'
          ? json(200, { name: 'news', entries: ['One', 'Two'] }, { 'content-type': 'text/html' })
          : problem('No such feed'),
    },
    (status) => (status === 404 ? problem('Nothing here') : new Response(null, { status })),
  )
}
