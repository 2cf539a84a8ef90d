import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['name', 'seats'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 40 },
    seats: { type: 'integer', minimum: 1, maximum: 500 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const rooms = [{ roomId: 1, name: 'Oak', seats: 8, floor: { level: 2 } }]
  return route(
    {
      'POST /rooms': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: the response to the creation lacks `floor.level`.
        const room = { roomId: rooms.length + 1, name: value.name, seats: value.seats, floor: {} }
        rooms.push({ ...room, floor: { level: 0 } })
        return json(201, room)
      },
      'GET /rooms/{roomId}': ({ path }) => {
        const room = rooms.find(({ roomId }) => String(roomId) === path.roomId)
        return room === undefined ? empty(404) : json(200, room)
      },
    },
    (status) => empty(status),
  )
}
