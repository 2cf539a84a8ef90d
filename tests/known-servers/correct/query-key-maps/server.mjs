import { json, readQuery, route } from '../../toolkit.mjs'

const error = (status, code) => json(status, { status: code })
const refuse = (status) => error(status, status === 404 ? 'NOT_FOUND' : 'NOT_ALLOWED')
const places = [
  { name: 'Turku', lat: 60.45, lon: 22.26 },
  { name: 'Tampere', lat: 61.5, lon: 23.79 },
]

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /geocode': ({ url }) => {
        if (url.searchParams.get('key') !== 'map-key-1') return error(403, 'REQUEST_DENIED')
        const { values, violations } = readQuery(url, {
          q: { type: 'string', minLength: 1, maxLength: 100, needed: true },
          lang: { enum: ['en', 'fi', 'sv'] },
        })
        if (violations.length > 0) return error(400, 'INVALID_REQUEST')
        return json(
          200,
          places.filter(({ name }) => name.toLowerCase().startsWith(values.q.toLowerCase())),
        )
      },
    },
    refuse,
  )
}
