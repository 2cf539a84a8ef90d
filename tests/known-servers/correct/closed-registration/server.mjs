import { json, readJson, route, violations } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const rule = {
  type: 'object',
  required: ['runner'],
  properties: { runner: { type: 'string', minLength: 1, maxLength: 60 }, bib: { type: 'integer', minimum: 1 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /registrations': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid registration')
        return error(409, 'registration is closed')
      },
    },
    (status) => error(status, 'not here'),
  )
}
