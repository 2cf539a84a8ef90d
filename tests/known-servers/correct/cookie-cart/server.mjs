import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, message, headers) => json(status, { message }, headers)
const refuse = (status) => error(status, status === 404 ? 'Not found' : 'Not allowed')
const skus = ['TEA', 'COFFEE', 'COCOA']
const rule = {
  type: 'object',
  required: ['quantity'],
  properties: { quantity: { type: 'integer', minimum: 0, maximum: 99 } },
}

const sessionOf = (request) =>
  (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === 'sid')?.[1]

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const items = { TEA: 2 }
  const guarded = (handle) => (context) =>
    sessionOf(context.request) === 's3ss10n'
      ? handle(context)
      : error(401, 'Log in first', { 'www-authenticate': 'Session realm="cart"' })
  return route(
    {
      'GET /cart': guarded(() => json(200, { items })),
      'PUT /cart/items/{sku}': guarded(async ({ request, path }) => {
        if (!skus.includes(path.sku)) return error(404, 'No such article')
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'Send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'Quantity is from 0 to 99')
        if (value.quantity === 0) delete items[path.sku]
        else items[path.sku] = value.quantity
        return json(200, { items })
      }),
    },
    refuse,
  )
}
