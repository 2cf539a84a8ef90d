import { violations, json, readJson, route } from '../../toolkit.mjs'

const reasons = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed', 415: 'Unsupported Media Type' }

const attributes = (status, request) =>
  json(status, {
    timestamp: new Date().toISOString().replace('Z', '+00:00'),
    status,
    error: reasons[status],
    path: new URL(request.url).pathname,
  })

const address = {
  type: 'object',
  required: ['street', 'city', 'postcode'],
  properties: {
    street: { type: 'string', minLength: 1, maxLength: 80 },
    city: { type: 'string', minLength: 1, maxLength: 60 },
    postcode: { type: 'string', pattern: /^[0-9]{5}$/ },
    floor: { type: ['integer', 'null'], minimum: -2147483648, maximum: 2147483647 },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const parcel = {
    id: 41,
    trackingCode: 'DE123456789',
    weightGrams: 1250,
    address: { street: 'Lindenweg 4', city: 'Kassel', postcode: '34117', floor: null },
    deliveredAt: null,
  }
  const guard = (path, request) => {
    if (!/^-?\d+$/.test(path.parcelId)) return attributes(400, request)
    return Number(path.parcelId) === parcel.id ? undefined : attributes(404, request)
  }
  return route(
    {
      'GET /parcels/{parcelId}': ({ request, path }) => guard(path, request) ?? json(200, parcel),
      'PUT /parcels/{parcelId}/address': async ({ request, path }) => {
        const refusal = guard(path, request)
        if (refusal !== undefined) return refusal
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return attributes(415, request)
        if (problem !== undefined || violations(value, address).length > 0) return attributes(400, request)
        const { street, city, postcode, floor = null } = value
        parcel.address = { street, city, postcode, floor }
        return json(200, parcel)
      },
    },
    attributes,
  )
}
