import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: the coin after the one that was asked for.
      'GET /coins/{coinId}': ({ path }) =>
        path.coinId === '14' ? json(200, { coinId: 15, metal: 'copper' }) : empty(404),
    },
    (status) => empty(status),
  )
}
