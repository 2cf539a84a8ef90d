import { empty, violations, json, readJson, readQuery, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['cents', 'people'],
  properties: {
    cents: { type: 'integer', minimum: 0, maximum: 1000000 },
    people: { type: 'integer', minimum: 0, maximum: 100 },
  },
}
const crash = () => json(500, { error: 'Internal Server Error' })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const bills = [{ place: 'Cafe Aalto', cents: 2350 }]
  return route(
    {
      'POST /split': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: crashes by a division by zero, although the document allows zero people.
        if (value.people === 0) return crash()
        const share = Math.floor(value.cents / value.people)
        const rest = value.cents - share * value.people
        return json(
          200,
          Array.from({ length: value.people }, (_, i) => (i < rest ? share + 1 : share)),
        )
      },
      'GET /bills': ({ url }) => {
        const { values, violations: found } = readQuery(url, {
          place: { type: 'string', minLength: 1, maxLength: 30, needed: true },
        })
        if (found.length > 0) return empty(400)
        // Defect: a quote in the text ends the string in the database query.
        if (values.place.includes("'")) return crash()
        return json(
          200,
          bills.filter(({ place }) => place.includes(values.place)),
        )
      },
    },
    (status) => empty(status),
  )
}
