import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: returns the coin after the requested one.
      'GET /coins/{coinId}': ({ path }) =>
        path.coinId === '14' ? json(200, { coinId: 15, metal: 'copper' }) : empty(404),
    },
    (status) => empty(status),
  )
}
