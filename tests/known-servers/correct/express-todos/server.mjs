import { violations, json, readJson, readQuery, route } from '../../toolkit.mjs'

const page = (status, text) =>
  new Response(
    `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>${text}</pre>\n</body>\n</html>\n`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8', 'x-powered-by': 'Express' } },
  )

// Express returns no 405: for a method without a handler it returns 404 with "Cannot PATCH /todos".
const cannot = (request) => page(404, `Cannot ${request.method} ${encodeURI(decodeURI(new URL(request.url).pathname))}`)
const missing = (_status, request) => {
  try {
    return cannot(request)
  } catch {
    return page(400, 'Bad Request')
  }
}

const newTodo = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 120 },
    done: { type: 'boolean' },
    priority: { enum: ['low', 'normal', 'high'] },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const todos = new Map([
    [1, { id: 1, title: 'Water the plants', done: false, priority: 'normal' }],
    [2, { id: 2, title: 'Call the plumber', done: true, priority: 'high' }],
  ])
  const read = async (request) => {
    const { value } = await readJson(request)
    return violations(value, newTodo).length > 0 ? undefined : value
  }
  const store = (id, { title, done = false, priority = 'normal' }) => {
    todos.set(id, { id, title, done, priority })
    return todos.get(id)
  }
  return route(
    {
      'GET /todos': ({ url }) => {
        const query = readQuery(url, { done: { type: 'boolean' } })
        if (query.violations.length > 0) return page(400, 'Bad Request')
        const { done } = query.values
        return json(
          200,
          [...todos.values()].filter((todo) => done === undefined || todo.done === done),
        )
      },
      'POST /todos': async ({ request }) => {
        const value = await read(request)
        return value === undefined ? page(400, 'Bad Request') : json(201, store(todos.size + 1, value))
      },
      'GET /todos/{todoId}': ({ request, path }) => {
        const todo = todos.get(Number(path.todoId))
        return todo === undefined ? cannot(request) : json(200, todo)
      },
      'PUT /todos/{todoId}': async ({ request, path }) => {
        const id = Number(path.todoId)
        if (!todos.has(id)) return cannot(request)
        const value = await read(request)
        return value === undefined ? page(400, 'Bad Request') : json(200, store(id, value))
      },
    },
    missing,
  )
}
