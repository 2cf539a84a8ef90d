import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text, headers) => json(status, { error: text }, headers)
const refuse = (status) => error(status, status === 404 ? 'not found' : 'not allowed')
const rule = { type: 'object', required: ['enabled'], properties: { enabled: { type: 'boolean' } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let enabled = false
  const up = (handle) => (context) =>
    enabled ? error(503, 'in maintenance', { 'retry-after': '120' }) : handle(context)
  return route(
    {
      'GET /articles': up(() => json(200, ['on-moss'])),
      'GET /articles/{slug}': up(({ path }) =>
        path.slug === 'on-moss' ? json(200, { slug: 'on-moss', headline: 'On moss' }) : error(404, 'not found'),
      ),
      'PUT /maintenance': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'enabled is true or false')
        enabled = value.enabled
        return json(200, { enabled })
      },
    },
    refuse,
  )
}
