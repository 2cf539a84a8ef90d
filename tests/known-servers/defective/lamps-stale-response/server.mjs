import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  properties: {
    room: { type: 'string', minLength: 1, maxLength: 40 },
    brightness: { type: 'integer', minimum: 0, maximum: 100 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let lamp = { lampId: 2, room: 'Hall', brightness: 60 }
  return route(
    {
      'GET /lamps/{lampId}': ({ path }) => (path.lampId === '2' ? json(200, lamp) : empty(404)),
      'PATCH /lamps/{lampId}': async ({ request, path }) => {
        if (path.lampId !== '2') return empty(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: the change is stored, but the response shows the lamp before the change.
        const before = lamp
        const { room = lamp.room, brightness = lamp.brightness } = value
        lamp = { ...lamp, room, brightness }
        return json(200, before)
      },
    },
    (status) => empty(status),
  )
}
