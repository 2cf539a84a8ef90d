import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

// Defects: the pattern of `country` and the format of `email` and `born` are not checked.
const rule = {
  type: 'object',
  required: ['name', 'email'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 60 },
    email: { type: 'string' },
    country: { type: 'string' },
    born: { type: 'string' },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let last = 0
  return route(
    {
      'POST /contacts': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        last += 1
        const { name, email, country, born } = value
        return json(201, { contactId: last, name, email, country, born })
      },
    },
    (status) => empty(status),
  )
}
