import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: `country` is null, although only `founded` may be null.
      'GET /labels': () =>
        json(200, [
          { name: 'Ekho', country: 'FI', founded: null },
          { name: 'Kaiku', country: null, founded: 1998 },
        ]),
    },
    (status) => empty(status),
  )
}
