import { randomUUID } from 'node:crypto'
import { json, readJson, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /subscribers': async ({ request }) => {
        const { problem } = await readJson(request)
        // Defect: every JSON value is accepted.
        return problem === undefined ? json(201, { subscriberId: randomUUID() }) : error(400, 'send JSON')
      },
    },
    (status) => error(status, 'not here'),
  )
}
