import { empty, json, readJson, route, violations } from '../../toolkit.mjs'

const rule = { type: 'object', required: ['size'], properties: { size: { enum: ['S', 'M', 'L'] } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const lockers = new Map([['1', 'M']])
  return route(
    {
      'POST /lockers': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        const lockerId = String(lockers.size + 1)
        lockers.set(lockerId, value.size)
        // Defect: `Location` is the path of another version of the API, where nothing exists.
        return empty(201, { location: `/v1/lockers/${lockerId}` })
      },
      'GET /lockers/{lockerId}': ({ path }) =>
        lockers.has(path.lockerId)
          ? json(200, { lockerId: Number(path.lockerId), size: lockers.get(path.lockerId) })
          : empty(404),
    },
    (status) => empty(status),
  )
}
