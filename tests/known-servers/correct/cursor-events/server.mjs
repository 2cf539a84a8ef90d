import { json, readQuery, route } from '../../toolkit.mjs'

const error = (status, code) => json(status, { error: code })
const refuse = (status) => error(status, status === 404 ? 'not_found' : 'method_not_allowed')
const events = Array.from({ length: 8 }, (_, i) => ({ seq: i + 1, type: ['opened', 'moved', 'closed'][i % 3] }))
const cursorAt = (offset) => Buffer.from(`after:${offset}`).toString('base64url')

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /events': ({ url }) => {
        const { values, violations } = readQuery(url, {
          limit: { type: 'integer', minimum: 1, maximum: 5, default: 3 },
        })
        if (violations.length > 0) return error(400, 'invalid_limit')
        const cursor = url.searchParams.get('cursor')
        const offset = cursor === null ? 0 : events.findIndex((_, i) => cursorAt(i) === cursor)
        if (offset < 0) return error(400, 'invalid_cursor')
        const end = offset + values.limit
        return json(200, { data: events.slice(offset, end), nextCursor: end < events.length ? cursorAt(end) : null })
      },
    },
    refuse,
  )
}
