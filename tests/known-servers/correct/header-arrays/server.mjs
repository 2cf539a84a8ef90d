import { json, route } from '../../toolkit.mjs'

const refuse = (status) => json(status, { message: status === 404 ? 'Not found' : 'Method not allowed' })
const known = ['sku', 'name', 'price']
const products = [
  { sku: 'A-1', name: 'Lamp', price: 19.9 },
  { sku: 'B-7', name: 'Chair', price: 84 },
]

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /products': ({ request }) => {
        const fields =
          request.headers
            .get('x-fields')
            ?.split(',')
            .map((name) => name.trim()) ?? known
        if (fields.some((name) => !known.includes(name)) || new Set(fields).size < fields.length)
          return json(400, { message: 'X-Fields is a list of different names out of sku, name and price' })
        const shown = products.map((product) => Object.fromEntries(fields.map((name) => [name, product[name]])))
        return json(200, shown, {
          'x-categories': 'lighting, seating',
          'x-page-sizes': '10,25,50',
          'x-quota': 'used=3,left=97',
          'x-flags': 'beta,false,region,eu',
        })
      },
    },
    refuse,
  )
}
