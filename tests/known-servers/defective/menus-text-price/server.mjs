import { empty, json, readQuery, route } from '../../toolkit.mjs'

const dishes = [
  { name: 'Soup', course: 'starter', price: 6.5 },
  { name: 'Trout', course: 'main', price: 21.9 },
  // Defect: the price is a string instead of a number.
  { name: 'Sorbet', course: 'dessert', price: '7.00' },
]

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /dishes': ({ url }) => {
        const { values, violations } = readQuery(url, { course: { enum: ['starter', 'main', 'dessert'] } })
        if (violations.length > 0) return empty(400)
        return json(200, {
          dishes: dishes.filter(({ course }) => values.course === undefined || course === values.course),
        })
      },
    },
    (status) => empty(status),
  )
}
