import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, reason) => json(status, { reason })
const refuse = (status) => error(status, status === 404 ? 'there is no such order' : 'the method is not allowed')
const rule = {
  type: 'object',
  properties: { table: { type: 'integer', minimum: 1, maximum: 40 }, remark: { type: 'string', maxLength: 100 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const order = { orderNo: 12, table: 3, remark: '', state: 'open' }
  const found = (handle) => (context) => (context.path.orderNo === '12' ? handle(context) : refuse(404))
  return route(
    {
      'GET /orders/{orderNo}': found(() => json(200, order)),
      'PATCH /orders/{orderNo}': found(async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid change')
        if (order.state === 'closed') return error(409, 'the order is closed')
        const { table = order.table, remark = order.remark } = value
        return json(200, Object.assign(order, { table, remark }))
      }),
      'POST /orders/{orderNo}/close': found(() => {
        if (order.state === 'closed') return error(409, 'the order is closed already')
        order.state = 'closed'
        return json(200, order)
      }),
    },
    refuse,
  )
}
