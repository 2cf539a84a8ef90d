import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, message) => json(status, { message })
const rule = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1, maxLength: 100 }, colour: { enum: ['yellow', 'pink'] } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let last = 0
  return route(
    {
      'POST /notes': async ({ request }) => {
        const { value, problem } = await readJson(request)
        // Defect: crashes for malformed JSON, although the document requires a 400.
        if (problem === 'malformed') return error(500, 'Internal Server Error')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid note')
        last += 1
        return json(201, { noteId: last, text: value.text, colour: value.colour })
      },
    },
    (status) => error(status, 'not here'),
  )
}
