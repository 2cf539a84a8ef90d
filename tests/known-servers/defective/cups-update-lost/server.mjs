import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['colour', 'millilitres'],
  properties: {
    colour: { type: 'string', minLength: 1, maxLength: 20 },
    millilitres: { type: 'integer', minimum: 20, maximum: 1000 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const cup = { cupId: 6, colour: 'blue', millilitres: 300 }
  return route(
    {
      'GET /cups/{cupId}': ({ path }) => (path.cupId === '6' ? json(200, cup) : empty(404)),
      'PUT /cups/{cupId}': async ({ request, path }) => {
        if (path.cupId !== '6') return empty(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: the response shows the change, but the server does not store the change.
        return json(200, { cupId: 6, colour: value.colour, millilitres: value.millilitres })
      },
    },
    (status) => empty(status),
  )
}
