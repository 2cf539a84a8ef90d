import { empty, route } from '../../toolkit.mjs'

const page = (status) =>
  new Response(`<h1>${status}</h1>`, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      // The host of the redirect does not exist, so that a client that follows redirects fails.
      'GET /{code}': ({ path }) =>
        path.code === 'tea1' ? empty(302, { location: 'https://tea.invalid/green?from=short' }) : page(404),
    },
    page,
  )
}
