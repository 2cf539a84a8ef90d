import { route } from '../../toolkit.mjs'

const text = (status, body) => new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
const refuse = (status) => text(status, status === 404 ? 'no such file\n' : 'method not allowed\n')
const files = { 'logo.bin': new Uint8Array([0, 255, 1, 254, 2]), 'empty.bin': new Uint8Array(0) }

const download = (path) => {
  const bytes = Object.hasOwn(files, path.name) ? files[path.name] : undefined
  if (bytes === undefined) return refuse(404)
  const headers = {
    'content-type': 'application/octet-stream',
    etag: `W/"${bytes.length}"`,
    'content-length': String(bytes.length),
  }
  return new Response(bytes, { headers })
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    {
      'GET /files': () => {
        const lines = Object.entries(files).map(([name, { length }]) => `${name},${length}\r\n`)
        return new Response(`name,bytes\r\n${lines.join('')}`, {
          headers: { 'content-type': 'text/csv; charset=utf-8; header=present' },
        })
      },
      'HEAD /files/{name}': ({ path }) => new Response(null, download(path)),
      'GET /files/{name}': ({ path }) => download(path),
    },
    refuse,
  )
}
