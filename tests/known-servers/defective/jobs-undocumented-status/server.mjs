import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const rule = {
  type: 'object',
  required: ['document'],
  properties: { document: { type: 'string', minLength: 1 }, copies: { type: 'integer', minimum: 1, maximum: 20 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const jobs = [{ jobId: 1, document: 'menu.pdf', copies: 3 }]
  return route(
    {
      'POST /jobs': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid job')
        jobs.push({ jobId: jobs.length + 1, document: value.document, copies: value.copies ?? 1 })
        // Defect: returns 202, but only 201 is documented.
        return json(202, jobs.at(-1))
      },
      'GET /jobs/{jobId}': ({ path }) => {
        const job = jobs.find(({ jobId }) => String(jobId) === path.jobId)
        // Defect: returns 410, but only 404 is documented.
        return job === undefined ? error(410, 'gone') : json(200, job)
      },
    },
    (status) => error(status, 'not here'),
  )
}
