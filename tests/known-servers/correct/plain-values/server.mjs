import { json, route } from '../../toolkit.mjs'

const refuse = (status) => json(status, status === 404 ? 'not found' : 'method not allowed')
const delays = { U1: { minutes: 4 }, U2: null }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /motd': () => new Response('Mind the gap', { headers: { 'content-type': 'text/plain;charset=UTF-8' } }),
      'GET /passengers/count': () => json(200, 0),
      'GET /delay': ({ url }) => {
        const line = url.searchParams.get('line') ?? ''
        return Object.hasOwn(delays, line) ? json(200, delays[line]) : json(400, 'line is U1 or U2')
      },
      'GET /open': () => json(200, false),
    },
    refuse,
  )
}
