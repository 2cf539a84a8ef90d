import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let reads = 0
  return route(
    {
      'GET /tickers/{symbol}': ({ path }) => {
        if (path.symbol !== 'NHY') return empty(404)
        reads += 1
        // Defect: every second response lacks the price, beginning with the first.
        return json(200, reads % 2 === 1 ? { symbol: 'NHY' } : { symbol: 'NHY', price: 61.2 })
      },
    },
    (status) => empty(status),
  )
}
