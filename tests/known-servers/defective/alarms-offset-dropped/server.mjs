import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['ringsAt'],
  properties: { ringsAt: { type: 'string', format: 'date-time' }, label: { type: 'string', maxLength: 40 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let last = 0
  return route(
    {
      'POST /alarms': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        last += 1
        // Defect: the offset is cut off, so 06:30+03:00 becomes 06:30Z, another instant.
        return json(201, { alarmId: last, ringsAt: `${value.ringsAt.slice(0, 19)}Z`, label: value.label })
      },
    },
    (status) => empty(status),
  )
}
