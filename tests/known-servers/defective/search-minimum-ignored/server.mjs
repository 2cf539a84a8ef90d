import { json, readQuery, route } from '../../toolkit.mjs'

const invalid = (status, parameter) => json(status, { parameter })
const titles = ['Emma', 'Njal', 'Persuasion']

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /search': ({ url }) => {
        // Defect: the minimum of `limit` is not checked.
        const { values, violations } = readQuery(url, {
          q: { type: 'string', minLength: 1, maxLength: 50, needed: true },
          limit: { type: 'integer', maximum: 20, default: 20 },
        })
        if (violations.length > 0) return invalid(400, String(violations[0].path[0]))
        const found = titles.filter((title) => title.toLowerCase().includes(values.q.toLowerCase()))
        return json(200, found.slice(0, Math.max(values.limit, 0)))
      },
      'GET /shelves/{shelf}/titles': ({ url, path }) => {
        if (path.shelf !== 'A') return invalid(404, 'shelf')
        // Defect: `language` is documented as required, but the server does not require it.
        const { violations } = readQuery(url, { language: { enum: ['en', 'is'] } })
        return violations.length > 0 ? invalid(400, 'language') : json(200, titles)
      },
    },
    (status) => invalid(status, ''),
  )
}
