import { empty, readJson, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /conversions': async ({ request }) => {
        await readJson(request)
        // Defect: every request is refused as invalid, even a valid one.
        return empty(422)
      },
    },
    (status) => empty(status),
  )
}
