import { empty, json, route, violations } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['caption'],
  properties: {
    caption: { type: 'string', minLength: 1, maxLength: 80 },
    year: { type: 'integer', minimum: 1826, maximum: 2100 },
  },
}

/**
 * Returns the parts of a multipart body by name, as Buffers (RFC 7578). Returns undefined for another body.
 * `Request.formData` of Node 20 refuses boundaries of less than 27 characters, which RFC 2046 section 5.1.1 allows.
 */
async function readForm(request) {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers.get('content-type') ?? '')
  if (boundary === null) return undefined
  const pieces = `\r\n${Buffer.from(await request.arrayBuffer()).toString('latin1')}`.split(
    `\r\n--${boundary[1] ?? boundary[2]}`,
  )
  if (pieces.length < 2 || !pieces.at(-1).startsWith('--')) return undefined
  const parts = new Map()
  for (const piece of pieces.slice(1, -1)) {
    const end = piece.indexOf('\r\n\r\n')
    const name = /^content-disposition:\s*form-data;.*?\bname=(?:"([^"]*)"|([^\s;]+))/im.exec(piece.slice(0, end))
    if (end < 0 || name === null) return undefined
    parts.set(name[1] ?? name[2], Buffer.from(piece.slice(end + 4), 'latin1'))
  }
  return parts
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let last = 0
  return route(
    {
      'POST /photos': async ({ request }) => {
        if (!(request.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data'))
          return empty(415)
        const form = await readForm(request)
        if (form === undefined || !form.has('image')) return empty(400)
        const value = {}
        if (form.has('caption')) value.caption = form.get('caption').toString()
        const year = form.get('year')?.toString()
        if (year !== undefined) value.year = /^\d{1,9}$/.test(year) ? Number(year) : year
        if (violations(value, rule).length > 0) return empty(400)
        last += 1
        return json(201, { photoId: last, caption: value.caption, bytes: form.get('image').length })
      },
    },
    (status) => empty(status),
  )
}
