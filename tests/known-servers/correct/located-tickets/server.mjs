import { randomUUID } from 'node:crypto'
import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const message = (status, code, text) => json(status, { code, message: text })
const refuse = (status) =>
  status === 404 ? message(404, 'not_found', 'Nothing is here') : message(status, 'not_allowed', 'Use another method')

const rule = {
  type: 'object',
  required: ['subject'],
  properties: {
    subject: { type: 'string', minLength: 3, maxLength: 100 },
    urgent: { type: 'boolean' },
    contact: { type: 'string', format: 'email' },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const first = '7d1f3a90-3f0c-4a39-8a55-0c6b4d1e2f3a'
  const tickets = new Map([
    [first, { ticketId: first, subject: 'No heating', urgent: true, openedAt: '2026-01-07T06:30:00Z' }],
  ])
  return route(
    {
      'POST /tickets': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return message(415, 'not_json', 'Send application/json')
        if (problem !== undefined || violations(value, rule).length > 0)
          return message(400, 'invalid', 'The ticket is not valid')
        const { subject, urgent = false, contact } = value
        const ticketId = randomUUID()
        tickets.set(ticketId, { ticketId, subject, urgent, contact, openedAt: new Date().toISOString() })
        return empty(201, { location: `/tickets/${ticketId}` })
      },
      'GET /tickets/{ticketId}': ({ path }) => {
        const ticket = tickets.get(path.ticketId.toLowerCase())
        return ticket === undefined ? refuse(404) : json(200, ticket)
      },
    },
    refuse,
  )
}
