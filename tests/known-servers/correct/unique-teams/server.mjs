import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, code) => json(status, { code })
const refuse = (status) => error(status, status === 404 ? 'not-found' : 'not-allowed')
const rule = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 50 }, city: { type: 'string', maxLength: 50 } },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const teams = [{ teamId: 1, name: 'United', city: 'Hull' }]
  return route(
    {
      'GET /teams': () => json(200, teams),
      'POST /teams': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'not-json')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'invalid')
        if (teams.some(({ name }) => name === value.name)) return error(409, 'name-taken')
        teams.push({ teamId: teams.length + 1, name: value.name, city: value.city })
        return json(201, teams.at(-1))
      },
    },
    refuse,
  )
}
