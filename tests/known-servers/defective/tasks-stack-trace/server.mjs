import { violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', minLength: 1, maxLength: 80 } },
}
const error = (status, message) => json(status, { message })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const task = { taskId: 3, title: 'Paint the fence' }
  return route(
    {
      'GET /tasks/{taskId}': ({ path }) =>
        path.taskId === '3' ? json(200, task) : error(404, 'there is no such task'),
      'PUT /tasks/{taskId}': async ({ request, path }) => {
        if (path.taskId !== '3') return error(404, 'there is no such task')
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        // Defect: the body of 400 is a stack trace.
        if (problem !== undefined || violations(value, rule).length > 0)
          return error(
            400,
            'ValidationError: title is not valid\n    at validate (/srv/app/src/tasks/validate.js:41:11)\n    at putTask (/srv/app/src/tasks/routes.js:87:5)\n    at Layer.handle [as handle_request] (/srv/app/node_modules/express/lib/router/layer.js:95:5)',
          )
        task.title = value.title
        return json(200, task)
      },
    },
    (status) => error(status, 'not here'),
  )
}
