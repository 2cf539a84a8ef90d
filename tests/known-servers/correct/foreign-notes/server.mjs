import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text, headers) => json(status, { error: text }, headers)
const refuse = (status) => error(status, status === 404 ? 'not found' : 'method not allowed')

const change = {
  type: 'object',
  minProperties: 1,
  closed: true,
  properties: { text: { type: 'string', maxLength: 500 }, pinned: { type: 'boolean' } },
}
const users = { 'Bearer ana-token': 'ana', 'Bearer ben-token': 'ben' }

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const notes = [
    { owner: 'ana', id: '11111111-1111-4111-8111-111111111111', text: 'Buy seeds', pinned: false },
    { owner: 'ben', id: '22222222-2222-4222-8222-222222222222', text: 'Secret of Ben', pinned: true },
  ]
  const shown = ({ id, text, pinned }) => ({ id, text, pinned })
  const guarded = (handle) => (context) => {
    const user = users[context.request.headers.get('authorization') ?? '']
    if (user === undefined) return error(401, 'a valid token is needed', { 'www-authenticate': 'Bearer realm="notes"' })
    const note = notes.find(({ id, owner }) => id === context.path.noteId.toLowerCase() && owner === user)
    return note === undefined ? error(404, 'not found') : handle(context, note)
  }
  return route(
    {
      'GET /notes/{noteId}': guarded((_context, note) => json(200, shown(note))),
      'PATCH /notes/{noteId}': guarded(async ({ request }, note) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        const [first] = problem === undefined ? violations(value, change) : [{ path: [], message: 'cannot be read' }]
        if (first !== undefined) return error(400, `/${first.path.join('/')} ${first.message}`)
        return json(200, shown(Object.assign(note, value)))
      }),
    },
    refuse,
  )
}
