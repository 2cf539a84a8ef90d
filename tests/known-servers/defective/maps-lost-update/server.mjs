import { empty, json, readJson, route, violations } from '../../toolkit.mjs'

const rule = { type: 'object', required: ['scale'], properties: { scale: { type: 'integer', minimum: 1 } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const map = { scale: 5, revision: 1 }
  return route(
    {
      'GET /maps/{mapId}': ({ path }) =>
        path.mapId === 'alps' ? json(200, { scale: map.scale }, { etag: `"${map.revision}"` }) : empty(404),
      'PUT /maps/{mapId}': async ({ request, path }) => {
        if (path.mapId !== 'alps') return empty(404)
        // Defect: the header must be present, but its value is not compared with the current tag.
        if (request.headers.get('if-match') === null) return empty(428)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        Object.assign(map, { scale: value.scale, revision: map.revision + 1 })
        return json(200, { scale: map.scale })
      },
    },
    (status) => empty(status),
  )
}
