import { empty, readJson, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /conversions': async ({ request }) => {
        await readJson(request)
        // Defect: every request is refused as not valid, a valid one too.
        return empty(422)
      },
    },
    (status) => empty(status),
  )
}
