import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['code'],
  properties: {
    code: { type: 'string', pattern: /^[0-9]{4,8}$/ },
    validDays: { type: 'integer', minimum: 1, maximum: 365 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const lock = { lockId: 'L017', locked: true, battery: 0.82 }
  return route(
    {
      'GET /locks/{lockId}': ({ path }) => (path.lockId === lock.lockId ? json(200, lock) : empty(404)),
      'PUT /locks/{lockId}/code': async ({ request, path }) => {
        if (path.lockId !== lock.lockId) return empty(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        return empty(problem !== undefined || violations(value, rule).length > 0 ? 400 : 204)
      },
    },
    (status) => empty(status),
  )
}
