import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /plants/{plantId}': ({ path }) =>
        path.plantId === '2' ? json(200, { plantId: 2, species: 'Ficus lyrata' }) : empty(404),
      // Defect: the response is 204, but the plant is not deleted.
      'DELETE /plants/{plantId}': ({ path }) => empty(path.plantId === '2' ? 204 : 404),
    },
    (status) => empty(status),
  )
}
