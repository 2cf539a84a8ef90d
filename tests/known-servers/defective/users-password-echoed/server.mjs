import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['login', 'password'],
  properties: {
    login: { type: 'string', pattern: /^[a-z0-9]{1,20}$/ },
    password: { type: 'string', minLength: 8, maxLength: 64 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let last = 100
  return route(
    {
      'POST /users': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        last += 1
        // Defect: the response contains the password, although it is writeOnly.
        return json(201, { userId: last, login: value.login, password: value.password })
      },
    },
    (status) => empty(status),
  )
}
