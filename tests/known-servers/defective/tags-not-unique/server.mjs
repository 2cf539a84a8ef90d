import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: the list contains an item twice.
      'GET /tags': () => json(200, [{ tag: 'sea' }, { tag: 'sun' }, { tag: 'sea' }]),
      // Defect: the list has four items, but the document allows at most three.
      'GET /tags/top': () => json(200, ['sea', 'sun', 'sand', 'wind']),
    },
    (status) => empty(status),
  )
}
