import { randomUUID } from 'node:crypto'
import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text, headers) => json(status, { error: text }, headers)
const refuse = (status) => error(status, status === 404 ? 'not found' : 'not allowed')
const rule = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'integer', minimum: 1, maximum: 1000000 },
    currency: { enum: ['EUR', 'NOK'] },
    memo: { type: 'string', maxLength: 140 },
  },
}
const credentials = `Basic ${Buffer.from('shop:open-sesame').toString('base64')}`

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const payments = new Map()
  return route(
    {
      'POST /payments': async ({ request }) => {
        if (request.headers.get('authorization') !== credentials)
          return error(401, 'log in', { 'www-authenticate': 'Basic realm="payments"' })
        const key = request.headers.get('idempotency-key')
        if (key === null || violations(key, { format: 'uuid' }).length > 0)
          return error(400, 'Idempotency-Key must be a UUID')
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid payment')
        const { amount, currency, memo } = value
        const body = JSON.stringify([amount, currency, memo])
        const earlier = payments.get(key)
        if (earlier !== undefined && earlier.body !== body) return error(422, 'this key was used for another payment')
        const payment = earlier?.payment ?? { paymentId: randomUUID(), amount, currency, memo }
        payments.set(key, { body, payment })
        return json(201, payment)
      },
    },
    refuse,
  )
}
