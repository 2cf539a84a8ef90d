import { empty, json, readJson, route, violations } from '../../toolkit.mjs'

const text = { type: 'string' }
const subject = { type: 'object', required: ['subject'], properties: { subject: text } }
const password = { type: 'object', required: ['password'], properties: { password: { ...text, minLength: 8 } } }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let subjects = ['Welcome', 'Your invoice', 'Photos']
  const update =
    (rule, apply) =>
    async ({ request }) => {
      const { value, problem } = await readJson(request)
      if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
      apply(value)
      return empty(204)
    }
  const clear = () => {
    subjects = []
    return empty(204)
  }
  return route(
    {
      'GET /messages': () => json(200, subjects),
      'DELETE /messages': clear,
      'PATCH /messages': update(subject, (value) => {
        subjects = subjects.map(() => value.subject)
      }),
      'POST /messages/archive': clear,
      'PUT /account/password': update(password, () => undefined),
      'POST /filters/reset': () => empty(204),
    },
    (status) => empty(status),
  )
}
