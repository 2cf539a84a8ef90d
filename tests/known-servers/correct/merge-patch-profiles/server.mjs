import { violations, json, readJson, route } from '../../toolkit.mjs'

const titles = {
  400: 'Not a valid patch',
  404: 'No such profile',
  405: 'Method not allowed',
  415: 'Send application/merge-patch+json',
}
const problem = (status) =>
  json(status, { title: titles[status], status }, { 'content-type': 'application/problem+json' })

const link = { type: ['string', 'null'], format: 'uri' }
const patch = {
  type: 'object',
  closed: true,
  properties: {
    displayName: { type: 'string', minLength: 1, maxLength: 40 },
    motto: { type: ['string', 'null'], maxLength: 140 },
    links: { type: ['object', 'null'], closed: true, properties: { blog: link, shop: link } },
  },
}

/** The algorithm of RFC 7396 section 2. */
function merge(target, change) {
  if (typeof change !== 'object' || change === null) return change
  const result = typeof target === 'object' && target !== null ? { ...target } : {}
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete result[name]
    else result[name] = merge(result[name], value)
  }
  return result
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let profile = {
    handle: 'marta',
    displayName: 'Marta',
    motto: 'Slow is smooth',
    links: { blog: 'https://marta.example/' },
  }
  return route(
    {
      'GET /profiles/{handle}': ({ path }) => (path.handle === profile.handle ? json(200, profile) : problem(404)),
      'PATCH /profiles/{handle}': async ({ request, path }) => {
        if (path.handle !== profile.handle) return problem(404)
        const body = await readJson(request, ['application/merge-patch+json'])
        if (body.problem === 'media-type') return problem(415)
        if (body.problem !== undefined || violations(body.value, patch).length > 0) return problem(400)
        profile = merge(profile, body.value)
        return json(200, profile)
      },
    },
    problem,
  )
}
