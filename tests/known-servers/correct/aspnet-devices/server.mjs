import { randomUUID } from 'node:crypto'
import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const sections = { 400: '15.5.1', 404: '15.5.5', 405: '15.5.6', 415: '15.5.16' }
const titles = { 404: 'Not Found', 405: 'Method Not Allowed', 415: 'Unsupported Media Type' }

const problem = (status, more = {}) =>
  json(
    status,
    {
      type: `https://tools.ietf.org/html/rfc9110#section-${sections[status]}`,
      title: titles[status],
      status,
      ...more,
      traceId: `00-${randomUUID().replaceAll('-', '')}-${randomUUID().replaceAll('-', '').slice(16)}-00`,
    },
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )

const update = {
  type: 'object',
  closed: true,
  required: ['name', 'enabled'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 64 },
    enabled: { type: 'boolean' },
    serialNumber: { type: ['string', 'null'], maxLength: 32 },
  },
}

const invalid = (found) => {
  const errors = {}
  for (const { path, message } of found) {
    const key = ['$', ...path].join('.')
    errors[key] = [...(errors[key] ?? []), `The value ${message}.`]
  }
  return problem(400, { title: 'One or more validation errors occurred.', errors })
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const device = { id: '5f0c2a57-5d0a-4c5e-9d3b-0f6a2f1c7e11', name: 'Gateway', enabled: true, serialNumber: null }
  const knows = ({ id }) => id.toLowerCase() === device.id
  return route(
    {
      'GET /api/Devices/{id}': ({ path }) => (knows(path) ? json(200, device) : problem(404)),
      'PUT /api/Devices/{id}': async ({ request, path }) => {
        if (!knows(path)) return problem(404)
        const { value, problem: unread } = await readJson(request)
        if (unread === 'media-type') return problem(415)
        if (unread !== undefined) return invalid([{ path: [], message: 'is not readable JSON' }])
        const found = violations(value, update)
        if (found.length > 0) return invalid(found)
        Object.assign(device, { serialNumber: null }, value)
        return empty(204)
      },
    },
    problem,
  )
}
