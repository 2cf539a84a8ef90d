import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { resolveLiterals } from '../../dist/src/cases/literals.js'

/**
 * The recipes of a document as plain requests against a running sandbox, each with an island of its own: the test data
 * that every peer is given. Nothing of the engine but its literals is used.
 */
export async function testData(api, server) {
  const document = parse(readFileSync(`specs/${api}/openapi.yaml`, 'utf8'))
  const [[path, item]] = Object.entries(document.paths)
  const [method] = Object.keys(item)
  const operation = item[method]
  const [base] = operation['x-recipes']['200']
  const all = []
  for (const [status, recipes] of Object.entries(operation['x-recipes'])) {
    if (!Array.isArray(recipes)) continue
    for (const recipe of recipes) {
      for (const role of [recipe.as ?? 'partner'].flat()) {
        const island = await establish(api, server, recipe.given ?? base.given, `${recipe.id} ${role}`, document)
        const headers = await authorize(api, server, island.credentials[role], role)
        if (headers === undefined) continue
        const state = { path: island.path, values: island.values, given: island.given }
        const send = resolveLiterals(recipe.send, { now: server.now, state })
        const where = { ...island.path, ...send.path }
        all.push({
          id: `${recipe.id}${role === 'partner' ? '' : `-${role}`}`,
          status,
          accept: recipe.accept ?? [],
          method: method.toUpperCase(),
          path: path.replaceAll(/\{(\w+)\}/g, (_whole, name) => where[name]),
          parameters: where,
          headers,
          body: send.body,
          then: recipe.then === undefined ? {} : resolveLiterals(recipe.then.body ?? {}, { now: server.now, state }),
        })
      }
    }
  }
  return all
}

/** An island in the state `appointment`, for a caller of the sandbox's control. */
export async function establish(api, { control }, given, caseId, document) {
  const declared = document?.['x-states'][given.state]?.with?.properties ?? {}
  const defaults = Object.fromEntries(
    Object.entries(declared).flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
  )
  const answer = await fetch(`${control}/__sandbox/states`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ api, state: given.state, with: { ...defaults, ...given.with }, caseId }),
  })
  return answer.json()
}

/** The headers by which a role is known; undefined for a role that this api does not have. */
export async function authorize(api, { control }, credential, role) {
  if (role === 'nobody') return {}
  if (role === 'garbled') return api === 'lobbie' ? { authorization: 'Bearer garbled' } : { 'x-api-key': 'garbled' }
  if (credential?.type === 'apiKey') return { 'x-api-key': credential.value }
  if (credential?.type === 'bearer') return { authorization: `Bearer ${credential.token}` }
  if (credential?.type !== 'oauth2') return undefined
  const { clientId, clientSecret } = credential
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const { access_token: token } = await (await fetch(`${control}/oauth/token`, { method: 'POST', body })).json()
  return { authorization: `Bearer ${token}` }
}
