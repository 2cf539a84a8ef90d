import { empty, json, route, violations } from '../../toolkit.mjs'

const price = { type: 'integer', minimum: 0 }
const rule = {
  type: 'object',
  properties: {
    colours: { type: 'array', items: { enum: ['red', 'blue', 'green'] } },
    doors: { type: 'array', items: { type: 'integer', minimum: 2, maximum: 5 } },
    makers: { type: 'array', items: { type: 'string', pattern: /^[A-Z]+$/ } },
    from: price,
    to: price,
  },
}
const number = (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)
const split = (text, separator) => (text === null ? [] : text.split(separator))

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /cars': ({ url }) => {
        const query = url.searchParams
        const makers = query.get('maker')
        const filter = {
          colours: split(query.get('colour'), ','),
          doors: query.getAll('door').map(number),
          makers: makers === '' ? [] : split(makers, '|'),
        }
        for (const end of ['from', 'to'])
          if (query.has(`price[${end}]`)) filter[end] = number(query.get(`price[${end}]`))
        return violations(filter, rule).length > 0 ? empty(400) : json(200, filter)
      },
    },
    (status) => empty(status),
  )
}
