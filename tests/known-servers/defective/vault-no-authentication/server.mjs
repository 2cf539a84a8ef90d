import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = { type: 'object', required: ['label'], properties: { label: { type: 'string', maxLength: 30 } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const box = { boxId: 5, label: 'Letters' }
  const knows = (request) => request.headers.get('authorization') === 'Bearer vault-token'
  const refused = () => empty(401, { 'www-authenticate': 'Bearer' })
  return route(
    {
      'GET /boxes/{boxId}': ({ request, path }) => {
        if (!knows(request)) return refused()
        return path.boxId === '5' ? json(200, box) : empty(404)
      },
      // Defect: the credentials are not checked.
      'PUT /boxes/{boxId}/label': async ({ request, path }) => {
        if (path.boxId !== '5') return empty(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        box.label = value.label
        return json(200, box)
      },
    },
    (status) => empty(status),
  )
}
