import { violations, json, readJson, route } from '../../toolkit.mjs'

// RFC 9457 section 4.2.1: a problem without `type` has the type "about:blank". Its title is the phrase of the status.
const titles = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
}
const problem = (status) =>
  json(status, { title: titles[status], status }, { 'content-type': 'application/problem+json' })

const rule = {
  type: 'object',
  required: ['format'],
  properties: { format: { enum: ['csv', 'xlsx', 'parquet'] }, from: { type: 'string', format: 'date' } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const reads = new Map([['exp_1', 0]])
  const shown = (exportId, count) => {
    if (count === 0) return { exportId, state: 'queued' }
    return count < 3 ? { exportId, state: 'running' } : { exportId, state: 'done', rows: 1204 }
  }
  return route(
    {
      'POST /exports': async ({ request }) => {
        const { value, problem: unread } = await readJson(request)
        if (unread === 'media-type') return problem(415)
        if (unread !== undefined || violations(value, rule).length > 0) return problem(422)
        const exportId = `exp_${reads.size + 1}`
        reads.set(exportId, 0)
        return json(202, shown(exportId, 0), { location: `/exports/${exportId}`, 'retry-after': '2' })
      },
      'GET /exports/{exportId}': ({ path }) => {
        const count = reads.get(path.exportId)
        if (count === undefined) return problem(404)
        reads.set(path.exportId, count + 1)
        return json(200, shown(path.exportId, count))
      },
    },
    problem,
  )
}
