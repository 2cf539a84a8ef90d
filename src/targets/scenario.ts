import type { ApiName } from '../../sandbox/apis.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { resolveLiterals } from '../cases/literals/literals.ts'
import type { ScenarioBook } from '../client/scenario-book.ts'
import { readDocument } from '../document/read-document.ts'
import type { Document } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { proofOf } from '../exchanges/credentials/apply-credential.ts'
import type { Credential } from '../exchanges/credentials/credential.ts'
import { asObject, type Json, type JsonObject } from '../json.ts'
import type { Scenario, Role } from '../operations/annotations.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { shippedDocument } from './shipped-document.ts'

/**
 * A scenario whose provider state was set up in a sandbox. If the request of the scenario is sent now, the sandbox
 * answers with the status of the scenario.
 */
export interface PreparedScenario<Path, Body, Status> {
  readonly id: string
  readonly status: Status
  readonly as: Role
  readonly path: Path
  /**
   * The body of the scenario's request. For a 400, the body may violate the schema. A generated client then refuses to
   * send it.
   */
  readonly body: Body
  /** The `fetch` of the sandbox. It replaces the credentials of each request by those of the scenario. */
  readonly fetch: Sandbox['fetch']
  /** The values that the provider state returned. */
  readonly given: JsonObject
  readonly observe: () => { readonly subject: object | null; readonly bystander: object | null }
}

export interface ScenarioOptions {
  /** The role that sends the request, if the scenario permits several. Default: the first one. */
  readonly as?: Role
  /** An id for the data of the test. The sandbox keeps separate data for each id. Default: the id of the scenario. */
  readonly caseId?: string
}

/**
 * Sets up the scenario with the given id, or the first one with the given status. Throws `unknown-case` if no scenario
 * matches.
 *
 * @example
 * const taken = await prepareScenario(sandbox, lobbieScenarios, 'taken-slot')
 * const lobbie = createLobbieClient({ baseUrl, credentials, fetch: taken.fetch })
 * const answer = await lobbie.updateAppointment(taken.path, taken.body) // answer.status === taken.status
 */
export async function prepareScenario<
  Statuses extends Readonly<Record<string, number>>,
  Path,
  Body,
  Wanted extends keyof Statuses | Statuses[keyof Statuses],
>(
  sandbox: Sandbox,
  { api }: ScenarioBook<Statuses, Path, Body>,
  wanted: Wanted,
  options: ScenarioOptions = {},
): Promise<PreparedScenario<Path, Body, Wanted extends keyof Statuses ? Statuses[Wanted] : Wanted>> {
  const prepared = await prepare(sandbox, readDocument(shippedDocument(api)), api, wanted as string | number, options)
  return prepared as never
}

async function prepare(
  sandbox: Sandbox,
  document: Document,
  api: string,
  wanted: string | number,
  options: ScenarioOptions,
): Promise<PreparedScenario<JsonObject, Json | undefined, number>> {
  const { operation, scenario } = findScenario(document, wanted)
  const [first = 'partner'] = scenario.as
  const { as = first, caseId = `scenario ${scenario.id}` } = options
  if (!scenario.as.includes(as)) {
    throw new ContractError('unknown-case', {
      what: `${scenario.id} as ${as}`,
      next: `use a role of the scenario: ${scenario.as.join(', ')}`,
    })
  }
  const base = operation.scenarios.find(({ status }) => status.startsWith('2'))?.given
  const [anyState = ''] = operation.states.keys()
  const { state, with: asked } = scenario.given ?? base ?? { state: anyState, with: {} }
  const established = await sandbox.establish({ api: api as ApiName, state, with: asked, caseId })
  const facts = jsonOf({ path: established.path, values: established.values, given: established.given })
  const context = { now: sandbox.now(), state: facts }
  const resolved = (value: Json | undefined): JsonObject => asObject(resolveLiterals(value ?? {}, context, scenario.id))
  const { send } = scenario
  const proof = {
    operation,
    role: as,
    credential: established.credentials[as] ?? ({ type: 'none' } satisfies Credential),
  }
  return {
    id: scenario.id,
    status: Number(scenario.status),
    as,
    path: { ...facts.path, ...resolved(send.path) },
    body: send.body === undefined ? undefined : resolveLiterals(send.body, context, scenario.id),
    fetch: sendingAs(sandbox, proof),
    given: facts.given,
    observe: established.observe,
  }
}

function findScenario(document: Document, wanted: string | number): { operation: Operation; scenario: Scenario } {
  const all = listOperations(document).flatMap((operation) =>
    operation.scenarios.map((scenario) => ({ operation, scenario })),
  )
  const found = all.find(({ scenario }) => scenario.id === wanted || scenario.status === String(wanted))
  if (found !== undefined) return found
  throw new ContractError('unknown-case', {
    what: `no scenario ${wanted}`,
    where: document.file,
    next: `choose from ${all.map(({ scenario }) => `${scenario.id} (${scenario.status})`).join(', ')}`,
  })
}

/** Returns a `fetch` that replaces the credentials of each request. It answers every token request with a token. */
function sendingAs(
  sandbox: Sandbox,
  { operation, role, credential }: { operation: Operation; role: Role; credential: Credential },
): Sandbox['fetch'] {
  const schemes = operation.security.flatMap((requirement) => requirement.schemes)
  const tokenPaths = schemes.flatMap(({ tokenUrl }) =>
    tokenUrl === undefined ? [] : [new URL(tokenUrl, 'http://sandbox.invalid').pathname],
  )
  return async (input, init) => {
    const request = input instanceof Request ? new Request(input, init) : new Request(String(input), init)
    if (tokenPaths.includes(new URL(request.url).pathname)) {
      return Response.json({ access_token: 'of-the-scenario', token_type: 'Bearer', expires_in: 3600 })
    }
    for (const { in: place, parameter = '' } of schemes) {
      request.headers.delete(place === 'header' ? parameter : 'authorization')
    }
    const tokens = { tokenFor: (client: Client) => tokenOf(sandbox, tokenPaths[0] ?? '', client) }
    const { headers } = await proofOf({ operation, role, credential, tokens })
    for (const [name, value] of headers) request.headers.set(name, value)
    return sandbox.fetch(request)
  }
}

type Client = Extract<Credential, { type: 'oauth2' }>

async function tokenOf(sandbox: Sandbox, path: string, { clientId, clientSecret }: Client): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const answer = await sandbox.fetch(path, { method: 'POST', body })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (token !== undefined) return token
  throw new ContractError('credentials-refused', { what: `the sandbox returned ${answer.status}` })
}

function jsonOf(value: object): { readonly path: JsonObject; readonly values: JsonObject; readonly given: JsonObject } {
  return JSON.parse(JSON.stringify(value)) as never
}
