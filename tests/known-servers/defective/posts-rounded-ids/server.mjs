import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // Defect: the id is converted to a double, so 9007199254740993 is returned as 9007199254740992.
      'GET /posts/{postId}': ({ path }) =>
        path.postId === '9007199254740993' ? json(200, { postId: Number(path.postId), text: 'Hello' }) : empty(404),
    },
    (status) => empty(status),
  )
}
