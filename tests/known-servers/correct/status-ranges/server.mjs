import { json, readJson, route, violations } from '../../toolkit.mjs'

const refuse = (status) => json(status, { why: `refused with ${status}` })
const rule = { type: 'object', required: ['choice'], properties: { choice: { enum: ['yes', 'no', 'abstain'] } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let votes = 0
  return route(
    {
      'POST /polls/{pollId}/votes': async ({ request, path }) => {
        if (path.pollId !== '3') return refuse(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return refuse(415)
        if (problem !== undefined || violations(value, rule).length > 0) return refuse(422)
        votes += 1
        return json(votes === 1 ? 201 : 200, { votes })
      },
    },
    refuse,
  )
}
