import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const refuse = (status) => error(status, status === 404 ? 'not found' : 'not allowed')
const length = { type: 'number', minimum: 0 }
const label = { type: ['string', 'null'] }
const rules = {
  Circle: { type: 'object', required: ['radius'], properties: { radius: length, label } },
  Rectangle: { type: 'object', required: ['width', 'height'], properties: { width: length, height: length, label } },
}

/** True if exactly one schema matches, and `kind` names this schema. */
const isShape = (value) => {
  const fitting = Object.keys(rules).filter((name) => violations(value, rules[name]).length === 0)
  return fitting.length === 1 && fitting[0] === value.kind
}

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const shapes = [
    { kind: 'Circle', radius: 2.5, label: null },
    { kind: 'Rectangle', width: 4, height: 3 },
  ]
  return route(
    {
      'GET /shapes': () => json(200, shapes),
      'POST /shapes': async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || !isShape(value)) return error(400, 'not a circle and not a rectangle')
        const names = ['kind', ...Object.keys(rules[value.kind].properties)].filter((name) =>
          Object.hasOwn(value, name),
        )
        shapes.push(Object.fromEntries(names.map((name) => [name, value[name]])))
        return json(201, shapes.at(-1))
      },
    },
    refuse,
  )
}
