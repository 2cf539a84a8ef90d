import { json, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const refuse = (status) => error(status, status === 404 ? 'not found' : 'not allowed')
// JSON.stringify cannot write a bigint as a number.
const digits = (status, text) => new Response(text, { status, headers: { 'content-type': 'application/json' } })

const most = 2n ** 63n - 1n
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Parses JSON. Each number becomes an object `{ number }` with the text of the number. */
const parseExact = (text) => {
  JSON.parse(text)
  return JSON.parse(text.replaceAll(token, (part) => (part.startsWith('"') ? part : `{"number":"${part}"}`)))
}

/** Returns the integer value of a JSON number, or undefined. For JSON Schema, 1.0 and 1e2 are integers. */
const integerOf = (text) => {
  if (/^-?\d+$/.test(text)) return BigInt(text)
  const value = Number(text)
  return Number.isSafeInteger(value) ? BigInt(value) : undefined
}

async function readLimit(request) {
  try {
    const body = parseExact(new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer()))
    const limit = integerOf(body.limit.number)
    return limit !== undefined && limit >= 1n && limit <= most ? limit : undefined
  } catch {
    return undefined
  }
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const accountId = '9007199254740993'
  return route(
    {
      'GET /accounts/{accountId}': ({ path }) =>
        path.accountId === accountId
          ? digits(200, `{"accountId":${accountId},"balance":-9007199254740995}`)
          : refuse(404),
      'PUT /accounts/{accountId}/limit': async ({ request, path }) => {
        if (path.accountId !== accountId) return refuse(404)
        if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return error(415, 'send JSON')
        const limit = await readLimit(request)
        return limit === undefined
          ? error(400, 'limit must be from 1 to 9223372036854775807')
          : digits(200, `{"accountId":${accountId},"limit":${limit}}`)
      },
    },
    refuse,
  )
}
