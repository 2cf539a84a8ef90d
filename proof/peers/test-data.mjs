import { resolveLiterals } from '../../dist/src/cases/literals/literals.js'
import { document31 } from './documents.mjs'

/**
 * Returns the scenarios of a document as plain requests for a running sandbox, each with a new fixture. Every tool gets
 * this test data. Uses only two parts of the gate: the reader of documents, and the code that replaces placeholders
 * such as `{ $time: P1D }` by values.
 */
export async function testData(api, server) {
  const document = document31(api)
  const [[path, item]] = Object.entries(document.paths)
  const [method] = Object.keys(item)
  const operation = item[method]
  const [base] = operation['x-scenarios']['200']
  const all = []
  for (const [status, scenarios] of Object.entries(operation['x-scenarios'])) {
    if (!Array.isArray(scenarios)) continue
    for (const scenario of scenarios.flatMap(withExamples)) {
      for (const role of [scenario.as ?? 'partner'].flat()) {
        const fixture = await establish(api, server, scenario.given ?? base.given, `${scenario.id} ${role}`, document)
        const headers = await authorize(api, server, fixture.credentials[role], role)
        if (headers === undefined) continue
        const state = { path: fixture.path, values: fixture.values, given: fixture.given }
        const send = resolveLiterals(scenario.send, { now: server.now, state })
        const where = { ...fixture.path, ...send.path }
        all.push({
          id: `${scenario.id}${role === 'partner' ? '' : `-${role}`}`,
          status,
          accept: scenario.accept ?? [],
          method: method.toUpperCase(),
          path: path.replaceAll(/\{(\w+)\}/g, (_whole, name) => where[name]),
          parameters: where,
          headers,
          body: send.body,
          then:
            scenario.then === undefined ? {} : resolveLiterals(scenario.then.body ?? {}, { now: server.now, state }),
        })
      }
    }
  }
  return all
}

/** Returns a scenario and its examples. A part that an example does not state comes from its scenario. */
function withExamples(scenario) {
  const examples = Object.entries(scenario.examples ?? {})
  return [scenario, ...examples.map(([name, own]) => ({ ...scenario, ...own, id: `${scenario.id}-${name}` }))]
}

/** Sets up the provider state `given` over the control protocol of the sandbox. Returns the fixture. */
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

/** Returns the headers that authenticate a role. Returns undefined for a role that the API does not have. */
export async function authorize(api, { control }, credential, role) {
  if (role === 'anonymous') return {}
  if (role === 'malformed') return api === 'lobbie' ? { authorization: 'Bearer garbled' } : { 'x-api-key': 'malformed' }
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
