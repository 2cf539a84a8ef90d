import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['bytes'],
  properties: { bytes: { type: 'integer', minimum: 1, maximum: 1000000000 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /uploads': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        // Defect: the 201 has no `Location`.
        return empty(problem !== undefined || violations(value, rule).length > 0 ? 400 : 201)
      },
      // Defect: the header is not an integer.
      'GET /uploads/{uploadId}': ({ path }) =>
        path.uploadId === '1' ? json(200, { received: 512 }, { 'x-rate-limit-remaining': 'plenty' }) : empty(404),
    },
    (status) => empty(status),
  )
}
