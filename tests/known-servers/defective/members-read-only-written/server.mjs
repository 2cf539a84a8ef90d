import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const rule = {
  type: 'object',
  closed: true,
  required: ['name'],
  properties: {
    memberId: { type: 'integer' },
    name: { type: 'string', minLength: 1, maxLength: 40 },
    role: { enum: ['guest', 'treasurer'] },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  let member = { memberId: 4, name: 'Ida', role: 'guest' }
  // Defect: returns a property that the closed schema does not allow.
  const shown = () => json(200, { ...member, passwordHash: '$2b$10$abcdefghijklmnopqrstuv' })
  return route(
    {
      'GET /members/{memberId}': ({ path }) => (path.memberId === '4' ? shown() : empty(404)),
      'PUT /members/{memberId}': async ({ request, path }) => {
        if (path.memberId !== '4') return empty(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return empty(415)
        if (problem !== undefined || violations(value, rule).length > 0) return empty(400)
        // Defect: stores `role` from the request, although `role` is readOnly.
        member = { ...member, name: value.name, role: value.role ?? member.role }
        return json(200, member)
      },
    },
    (status) => empty(status),
  )
}
