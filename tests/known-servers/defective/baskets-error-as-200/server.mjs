import { json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: an unknown basket is answered with 200 and an error.
      'GET /baskets/{basketId}': ({ path }) =>
        path.basketId === '9'
          ? json(200, { basketId: 9, fruits: ['plum'] })
          : json(200, { ok: false, error: 'not found' }),
    },
    (status) => json(status, { error: 'not here' }),
  )
}
