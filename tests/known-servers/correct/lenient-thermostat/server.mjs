import { violations, json, readJson, route } from '../../toolkit.mjs'

const sentence = (status, text) => new Response(text, { status, headers: { 'content-type': 'text/plain' } })
const refuse = (status) =>
  sentence(status, status === 404 ? 'There is no such thing.' : 'That method is not supported.')

const settings = {
  type: 'object',
  required: ['celsius'],
  properties: {
    celsius: { type: ['integer', 'string'], minimum: 5, maximum: 30, pattern: /^([5-9]|[12][0-9]|30)$/ },
    away: { enum: [true, false, 'true', 'false'] },
  },
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const thermostat = { serial: 'TH-100', celsius: 20, away: false }
  return route(
    {
      'GET /thermostats/{serial}': ({ path }) =>
        path.serial === thermostat.serial ? json(200, thermostat) : refuse(404),
      'PUT /thermostats/{serial}': async ({ request, path }) => {
        if (path.serial !== thermostat.serial) return refuse(404)
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return sentence(415, 'Send JSON.')
        if (problem !== undefined || violations(value, settings).length > 0)
          return sentence(400, 'The settings are not valid.')
        thermostat.celsius = Number(value.celsius)
        thermostat.away = String(value.away ?? false) === 'true'
        return json(200, thermostat)
      },
    },
    refuse,
  )
}
