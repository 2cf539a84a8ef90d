import { json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  // Defect: `error` is a string, although the document requires an object with code and message.
  const refuse = (status) => json(status, { error: 'not found' })
  return route(
    {
      'GET /stores/{storeId}': ({ path }) =>
        path.storeId === '31' ? json(200, { storeId: 31, city: 'Oulu' }) : refuse(404),
    },
    refuse,
  )
}
