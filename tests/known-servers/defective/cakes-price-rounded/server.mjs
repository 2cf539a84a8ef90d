import { empty, json, readJson, route, violations } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['price', 'bakedOn', 'icing'],
  properties: {
    price: { type: 'number', minimum: 0, maximum: 500 },
    bakedOn: { type: 'string', format: 'date' },
    icing: { enum: ['plain', 'sugar', 'chocolate'] },
  },
}
const isInCents = (price) => Math.abs(price * 100 - Math.round(price * 100)) < 1e-6

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /cakes': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0 || !isInCents(value.price)) return empty(400)
        const { price, bakedOn, icing } = value
        // Defects: the price loses its cents, and sugar becomes plain.
        return json(201, { price: Math.floor(price), bakedOn, icing: icing === 'sugar' ? 'plain' : icing })
      },
    },
    (status) => empty(status),
  )
}
