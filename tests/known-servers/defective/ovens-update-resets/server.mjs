import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  minProperties: 1,
  properties: {
    degrees: { type: 'integer', minimum: 50, maximum: 275 },
    fan: { type: 'boolean' },
    programme: { enum: ['bread', 'pizza', 'roast'] },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let oven = { ovenId: 'oven-1', degrees: 220, fan: true, programme: 'pizza' }
  return route(
    {
      'GET /ovens/{ovenId}': ({ path }) => (path.ovenId === 'oven-1' ? json(200, oven) : empty(404)),
      'PATCH /ovens/{ovenId}': async ({ request, path }) => {
        if (path.ovenId !== 'oven-1') return empty(404)
        const { value, problem } = await readJson(request, ['application/merge-patch+json'])
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: a property that is not sent is reset to its default.
        const { degrees = 180, fan = false, programme = 'bread' } = value
        oven = { ovenId: 'oven-1', degrees, fan, programme }
        return json(200, oven)
      },
    },
    (status) => empty(status),
  )
}
