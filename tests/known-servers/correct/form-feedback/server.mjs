import { violations, json, route } from '../../toolkit.mjs'

const invalid = (status, names = []) => json(status, { invalid: names })
const rule = {
  type: 'object',
  required: ['rating', 'comment'],
  properties: {
    rating: { type: 'integer', minimum: 1, maximum: 5 },
    comment: { type: 'string', minLength: 1, maxLength: 300 },
    topics: { type: 'array', items: { enum: ['food', 'service', 'price'] } },
  },
}

async function readForm(request) {
  const form = new URLSearchParams(await request.text())
  const value = { topics: form.getAll('topics') }
  const rating = form.get('rating')
  if (rating !== null) value.rating = /^-?\d{1,9}$/.test(rating) ? Number(rating) : rating
  if (form.has('comment')) value.comment = form.get('comment')
  return value
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'POST /feedback': async ({ request }) => {
        const type = (request.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase()
        if (type !== 'application/x-www-form-urlencoded') return invalid(415)
        const value = await readForm(request)
        const names = violations(value, rule).map(({ path }) => String(path[0]))
        return names.length > 0 ? invalid(422, [...new Set(names)]) : json(200, value)
      },
    },
    (status) => invalid(status),
  )
}
