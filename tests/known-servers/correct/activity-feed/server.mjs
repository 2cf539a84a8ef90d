import { randomUUID } from 'node:crypto'
import { violations, json, readJson, readQuery, route } from '../../toolkit.mjs'

const error = (status, message) => json(status, { requestId: randomUUID(), message })
const refuse = (status) => error(status, status === 404 ? 'not found' : 'not allowed')
const rule = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['comment', 'like'] }, text: { type: ['string', 'null'], maxLength: 200 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const items = []
  const add = (kind, text) => {
    items.unshift({ id: randomUUID(), kind, text, createdAt: new Date().toISOString() })
    return items[0]
  }
  return route(
    {
      'GET /activity': ({ url }) => {
        add('visit')
        const { values, violations: found } = readQuery(url, {
          limit: { type: 'integer', minimum: 1, maximum: 50, default: 20 },
        })
        if (found.length > 0) return error(400, 'limit is from 1 to 50')
        const requestId = randomUUID()
        const page = {
          requestId,
          generatedAt: new Date().toISOString(),
          total: items.length,
          items: items.slice(0, values.limit),
        }
        return json(200, page, { 'x-request-id': requestId })
      },
      'POST /activity': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid activity')
        return json(201, add(value.kind, value.text))
      },
    },
    refuse,
  )
}
