import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const refuse = (status) => error(status, status === 404 ? 'no such quote' : 'method not allowed')
const rule = {
  type: 'object',
  required: ['text'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 280 },
    year: { type: 'integer', minimum: 0, maximum: 2100 },
  },
}

const windowMilliseconds = 1000
const most = 12

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const quotes = [{ quoteId: 1, text: 'Well begun is half done', year: 1700 }]
  let opened = 0
  let used = 0
  const answer = route(
    {
      'POST /quotes': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(422, 'not a valid quote')
        const quote = { quoteId: quotes.length + 1, text: value.text, year: value.year }
        quotes.push(quote)
        return json(201, quote)
      },
      'GET /quotes/{quoteId}': ({ path }) => {
        const quote = quotes.find(({ quoteId }) => String(quoteId) === path.quoteId)
        return quote === undefined ? refuse(404) : json(200, quote)
      },
    },
    refuse,
  )
  return (request) => {
    const now = Date.now()
    if (now - opened > windowMilliseconds) [opened, used] = [now, 0]
    used += 1
    return used > most ? json(429, { error: 'slow down' }, { 'retry-after': '1' }) : answer(request)
  }
}
