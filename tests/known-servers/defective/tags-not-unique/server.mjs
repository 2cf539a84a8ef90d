import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: an item twice.
      'GET /tags': () => json(200, [{ tag: 'sea' }, { tag: 'sun' }, { tag: 'sea' }]),
      // Defect: four items, at most three are documented.
      'GET /tags/top': () => json(200, ['sea', 'sun', 'sand', 'wind']),
    },
    (status) => empty(status),
  )
}
