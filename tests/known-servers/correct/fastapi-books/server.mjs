import { violations, json, readJson, readQuery, route } from '../../toolkit.mjs'

const refuse = (status) => json(status, { detail: status === 404 ? 'Not Found' : 'Method Not Allowed' })

// The validation of Pydantic adds `input` to each entry. FastAPI does not document `input`, but its schema allows
// further properties.
const invalid = (where, found) =>
  json(422, {
    detail: found.map(({ path, kind, message }) => ({
      type: kind === 'required' ? 'missing' : kind,
      loc: [where, ...path],
      msg: message,
      input: null,
    })),
  })

const bookIn = {
  type: 'object',
  required: ['title', 'pages'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    pages: { type: 'integer', minimum: 1, maximum: 100000 },
    subtitle: { type: ['string', 'null'] },
    tags: { type: 'array', items: { type: 'string' } },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const books = [{ id: 1, title: 'The Left Hand of Darkness', pages: 286, subtitle: null, tags: ['novel'] }]
  return route(
    {
      'GET /books/': ({ url }) => {
        const { values, violations: found } = readQuery(url, {
          offset: { type: 'integer', minimum: 0, default: 0 },
          limit: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
        })
        if (found.length > 0) return invalid('query', found)
        return json(200, books.slice(values.offset, values.offset + values.limit))
      },
      'POST /books/': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'empty') return invalid('body', [{ path: [], kind: 'missing', message: 'Field required' }])
        if (problem === 'malformed')
          return invalid('body', [{ path: [0], kind: 'json_invalid', message: 'JSON decode error' }])
        const found = violations(value, bookIn)
        if (problem !== undefined || found.length > 0)
          return invalid(
            'body',
            found.length > 0 ? found : [{ path: [], kind: 'dict_type', message: 'Input should be an object' }],
          )
        const book = {
          id: books.length + 1,
          title: value.title,
          pages: value.pages,
          subtitle: value.subtitle ?? null,
          tags: value.tags ?? [],
        }
        books.push(book)
        return json(201, book)
      },
      'GET /books/{book_id}': ({ path }) => {
        if (!/^-?\d+$/.test(path.book_id))
          return invalid('path', [
            { path: ['book_id'], kind: 'int_parsing', message: 'Input should be a valid integer' },
          ])
        const book = books.find(({ id }) => id === Number(path.book_id))
        return book === undefined ? json(404, { detail: 'Book not found' }) : json(200, book)
      },
    },
    refuse,
  )
}
