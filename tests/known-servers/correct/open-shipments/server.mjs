import { violations, json, readJson, readQuery, route } from '../../toolkit.mjs'

const messages = { 400: 'Bad request', 404: 'Not found', 405: 'Not allowed', 415: 'Send JSON' }
const unexpected = (status) =>
  json(status, { code: status, message: messages[status], help: 'https://docs.shipments.example/errors' })
const statuses = ['in_transit', 'packed', 'delivered']
const rule = {
  type: 'object',
  required: ['destination', 'status'],
  properties: {
    destination: { type: 'string', pattern: /^[A-Z]{2}$/ },
    status: { enum: statuses },
    weight: { type: 'number', minimum: Number.MIN_VALUE, maximum: 1000 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const shipments = [
    {
      status: 'in_transit',
      id: 's-1',
      destination: 'NO',
      weight: 12.5,
      carrier: { name: 'Posten', stops: [1, 2] },
      _links: {},
    },
    { status: 'packed', id: 's-2', destination: 'PT', warehouse: null },
  ]
  return route(
    {
      'GET /shipments': ({ url }) => {
        const { values, violations: found } = readQuery(url, { status: { enum: statuses } })
        if (found.length > 0) return unexpected(400)
        return json(
          200,
          shipments.filter(({ status }) => values.status === undefined || status === values.status),
        )
      },
      'POST /shipments': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return unexpected(415)
        if (problem !== undefined || violations(value, rule).length > 0) return unexpected(400)
        const { destination, status, weight } = value
        shipments.push({ status, id: `s-${shipments.length + 1}`, destination, weight, warehouse: 'Lyon' })
        return json(201, shipments.at(-1))
      },
      'GET /shipments/{id}': ({ path }) => {
        const shipment = shipments.find(({ id }) => id === path.id)
        return shipment === undefined ? unexpected(404) : json(200, shipment)
      },
    },
    unexpected,
  )
}
