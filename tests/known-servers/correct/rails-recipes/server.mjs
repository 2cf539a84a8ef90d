import { empty, violations, json, readJson, route } from '../../toolkit.mjs'

const reasons = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed' }
const plain = (status) => json(status, { status, error: reasons[status] })

const attributes = {
  type: 'object',
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 100 },
    servings: { type: 'integer', minimum: 1, maximum: 50 },
    vegan: { type: 'boolean' },
  },
}

async function readRecipe(request, required) {
  const { value, problem } = await readJson(request)
  const recipe = value?.recipe
  // In Rails, `params.require(:recipe)` refuses a body in which `recipe` is missing or empty.
  if (problem !== undefined || typeof recipe !== 'object' || recipe === null || Array.isArray(recipe))
    return { refusal: plain(400) }
  if (Object.keys(recipe).length === 0) return { refusal: plain(400) }
  const errors = {}
  for (const { path, message } of violations(recipe, { ...attributes, required }))
    errors[path[0]] = [...(errors[path[0]] ?? []), message]
  return Object.keys(errors).length > 0 ? { refusal: json(422, { errors }) } : { recipe }
}

const permitted = (recipe) =>
  Object.fromEntries(
    Object.keys(attributes.properties)
      .filter((name) => Object.hasOwn(recipe, name))
      .map((name) => [name, recipe[name]]),
  )

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const born = '2026-02-01T08:00:00.000Z'
  const recipes = new Map([
    ['1', { id: 1, title: 'Lentil soup', servings: 4, vegan: true, created_at: born, updated_at: born }],
  ])
  let last = 1
  return route(
    {
      'POST /recipes': async ({ request }) => {
        const { recipe, refusal } = await readRecipe(request, ['title', 'servings'])
        if (refusal !== undefined) return refusal
        const at = new Date().toISOString()
        last += 1
        recipes.set(String(last), { id: last, vegan: false, ...permitted(recipe), created_at: at, updated_at: at })
        return json(201, recipes.get(String(last)))
      },
      'GET /recipes/{id}': ({ path }) => (recipes.has(path.id) ? json(200, recipes.get(path.id)) : plain(404)),
      'PATCH /recipes/{id}': async ({ request, path }) => {
        if (!recipes.has(path.id)) return plain(404)
        const { recipe, refusal } = await readRecipe(request, [])
        if (refusal !== undefined) return refusal
        recipes.set(path.id, { ...recipes.get(path.id), ...permitted(recipe), updated_at: new Date().toISOString() })
        return json(200, recipes.get(path.id))
      },
      'DELETE /recipes/{id}': ({ path }) => (recipes.delete(path.id) ? empty(204) : plain(404)),
    },
    plain,
  )
}
