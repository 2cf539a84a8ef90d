import { violations, json, readJson, route } from '../../toolkit.mjs'

const titles = {
  400: 'Invalid page',
  404: 'No such page',
  405: 'Not allowed',
  412: 'The page was changed',
  415: 'Send JSON',
  428: 'Send If-Match',
}
const problem = (status) =>
  json(status, { title: titles[status], status }, { 'content-type': 'application/problem+json' })
const rule = {
  type: 'object',
  required: ['title', 'text'],
  properties: { title: { type: 'string', minLength: 1 }, text: { type: 'string' } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const page = { slug: 'home', title: 'Home', text: 'Welcome', revision: 7 }
  const tag = () => `"r${page.revision}"`
  const shown = () => json(200, page, { etag: tag() })
  return route(
    {
      'GET /pages/{slug}': ({ path }) => (path.slug === page.slug ? shown() : problem(404)),
      'PUT /pages/{slug}': async ({ request, path }) => {
        if (path.slug !== page.slug) return problem(404)
        const condition = request.headers.get('if-match')
        if (condition === null) return problem(428)
        const tags = condition.split(',').map((text) => text.trim())
        if (condition !== '*' && !tags.includes(tag())) return problem(412)
        const { value, problem: unread } = await readJson(request)
        if (unread === 'media-type') return problem(415)
        if (unread !== undefined || violations(value, rule).length > 0) return problem(400)
        Object.assign(page, { title: value.title, text: value.text, revision: page.revision + 1 })
        return shown()
      },
    },
    problem,
  )
}
