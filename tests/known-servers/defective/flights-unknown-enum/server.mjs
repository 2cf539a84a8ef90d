import { empty, json, readQuery, route } from '../../toolkit.mjs'

const flights = [
  { flight: 'AY 1331', gate: 'A4', status: 'boarding' },
  { flight: 'SK 708', gate: 'B12', status: 'departed' },
  // Defect: the last item has a status that is not in the documented enum.
  { flight: 'LH 849', gate: null, status: 'diverted' },
]

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /departures': ({ url }) => {
        const { values, violations } = readQuery(url, { gate: { pattern: /^[A-F][0-9]{1,2}$/ } })
        if (violations.length > 0) return empty(400)
        return json(
          200,
          flights.filter(({ gate }) => values.gate === undefined || gate === values.gate),
        )
      },
    },
    (status) => empty(status),
  )
}
