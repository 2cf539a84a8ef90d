import { violations, json, readJson, route } from '../../toolkit.mjs'

const detail = (status, text, headers) => json(status, { detail: text }, headers)
const refuse = (status, request) =>
  status === 404 ? detail(404, 'Not found.') : detail(405, `Method "${request.method}" not allowed.`)

const invoiceRequest = {
  type: 'object',
  required: ['customer', 'total'],
  properties: {
    customer: { type: 'string', minLength: 1, maxLength: 80 },
    total: { type: 'string', pattern: /^[0-9]{1,8}\.[0-9]{2}$/ },
    status: { enum: ['draft', 'sent', 'paid'] },
  },
}

const byField = (found) => {
  const messages = {}
  for (const { path, message } of found) {
    const field = path[0] ?? 'non_field_errors'
    messages[field] = [...(messages[field] ?? []), `This field ${message}.`]
  }
  return messages
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const invoices = [1, 2, 3].map((id) => ({
    id,
    customer: `Customer ${id}`,
    total: `${id}0.50`,
    status: 'sent',
    created: `2026-03-0${id}T10:00:00.123456+01:00`,
  }))
  const size = 2
  const guarded = (handle) => (context) => {
    const given = context.request.headers.get('authorization')
    const challenge = { 'www-authenticate': 'Token' }
    if (given === null) return detail(401, 'Authentication credentials were not provided.', challenge)
    return given === 'Token 9944b09199c62bcf' ? handle(context) : detail(401, 'Invalid token.', challenge)
  }
  const pageLink = (url, page, exists) => (exists ? `${url.origin}/invoices/?page=${page}` : null)
  return route(
    {
      'GET /invoices/': guarded(({ url }) => {
        const text = url.searchParams.get('page') ?? '1'
        const page = /^\d{1,9}$/.test(text) ? Number(text) : 0
        const pages = Math.ceil(invoices.length / size)
        if (page < 1 || page > pages) return detail(404, 'Invalid page.')
        return json(200, {
          count: invoices.length,
          next: pageLink(url, page + 1, page < pages),
          previous: pageLink(url, page - 1, page > 1),
          results: invoices.slice((page - 1) * size, page * size),
        })
      }),
      'POST /invoices/': guarded(async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return detail(415, 'Unsupported media type in request.')
        if (problem === 'malformed') return detail(400, 'JSON parse error')
        const found = violations(value ?? {}, invoiceRequest)
        if (found.length > 0) return json(400, byField(found))
        const { customer, total, status = 'draft' } = value
        const invoice = { id: invoices.length + 1, customer, total, status, created: new Date().toISOString() }
        invoices.push(invoice)
        return json(201, invoice)
      }),
      'GET /invoices/{id}/': guarded(({ path }) => {
        const invoice = invoices.find(({ id }) => String(id) === path.id)
        return invoice === undefined ? detail(404, 'No Invoice matches the given query.') : json(200, invoice)
      }),
    },
    refuse,
  )
}
