import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { baseRequest } from '../../src/cases/base-request.ts'
import { drawRow } from '../../src/cases/combinations/choose-rows.ts'
import { generator } from '../../src/cases/combinations/generator.ts'
import type { Combination } from '../../src/cases/combinations/combine.ts'
import { combinationSpace } from '../../src/cases/makers/combinations.ts'
import { resolveLiterals } from '../../src/cases/literals/literals.ts'
import type { PlanContext } from '../../src/cases/plan-context.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { ROLES } from '../../src/operations/annotations.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'

const FEWEST = { ofEachRule: 100, accepted: 400, all: 2000 }

describe.each(['lobbie', 'aniva'] as const)('the refusal rules of %s', (api) => {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  const [operation] = listOperations(document)
  if (operation === undefined) throw new Error('the document has no operation')
  const context: PlanContext = {
    target: 'sandbox',
    shows: { state: true, auth: 'full' },
    hasStates: true,
    roles: ROLES,
    parameters: {},
    seed: 1,
    allowDestructive: false,
  }
  const space = combinationSpace(operation, baseRequest(operation, context), context)
  if (space === undefined) throw new Error('the document has no refusal rules')
  const { dimensions, combiner } = space

  const defects = dimensions.findIndex(({ kind }) => kind === 'defect')
  const wrongPaths = [...(dimensions[defects]?.choices ?? []).keys()].filter(
    (index) => dimensions[defects]?.choices[index]?.defect?.part === 'path',
  )

  /**
   * Chooses random values for a request with an invalid path. Such a request is chosen separately, because few random
   * requests have an invalid path.
   */
  function withWrongPath(random: () => number): number[] {
    const row = drawRow(dimensions, random)
    row[defects] = wrongPaths[Math.floor(random() * wrongPaths.length)] ?? 0
    return row
  }

  /** Chooses random combinations of values until each refusal rule refuses enough of them. */
  function drawByRule(): Combination[] {
    const random = generator(20_260_105)
    const wanted = new Map<string, Combination[]>([['accepted', []]])
    for (const { id } of operation?.refusals ?? []) wanted.set(id, [])
    const enough = Math.ceil((FEWEST.all - FEWEST.accepted) / (wanted.size - 1))
    const fewest = (id: string): number => (id === 'accepted' ? FEWEST.accepted : Math.max(enough, FEWEST.ofEachRule))
    for (let count = 0; count < 40_000; count++) {
      const combination = combiner.combine(count % 4 === 0 ? withWrongPath(random) : drawRow(dimensions, random))
      if (combination === undefined || combination.first !== undefined) continue
      if (count % 500 === 0 && [...wanted].every(([id, { length }]) => length >= fewest(id))) break
      const { decision } = combination
      const id = decision.kind === 'refused' ? decision.rule.id : 'accepted'
      const list = wanted.get(id)
      if (list !== undefined && list.length < fewest(id)) list.push(combination)
    }
    for (const [id, list] of wanted)
      expect(list.length, id).toBeGreaterThanOrEqual(id === 'accepted' ? FEWEST.accepted : FEWEST.ofEachRule)
    return [...wanted.values()].flat()
  }

  test('predict the status of at least 2,000 responses of the sandbox, at least 100 for each rule', async () => {
    const sandbox = createSandbox({ now: () => new Date(DEFAULT_NOW) })
    const drawn = drawByRule()
    expect(drawn.length).toBeGreaterThanOrEqual(FEWEST.all)
    const tokens = new Map<string, string>()
    const differences: string[] = []
    for (const { given, as, send, decision, row } of drawn) {
      const state = await sandbox.establish({ api, state: given.state, with: given.with, caseId: row.join() })
      const literals = {
        now: DEFAULT_NOW,
        state: state as unknown as { path: JsonObject; values: JsonObject; given: JsonObject },
      }
      const path: Record<string, unknown> = { ...state.path, ...send.path }
      const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
      const headers = new Headers({ 'content-type': send.contentType ?? 'application/json' })
      const credential = as === 'anonymous' || as === 'malformed' ? undefined : state.credentials[as]
      if (as === 'malformed') headers.set(api === 'lobbie' ? 'authorization' : 'x-api-key', 'Basic !')
      if (credential?.type === 'apiKey') headers.set('x-api-key', credential.value)
      if (credential?.type === 'bearer') headers.set('authorization', `Bearer ${credential.token}`)
      if (credential?.type === 'oauth2') {
        const { clientId, clientSecret } = credential
        const token = tokens.get(clientId) ?? (await tokenFor(sandbox.fetch, clientId, clientSecret))
        tokens.set(clientId, token)
        headers.set('authorization', `Bearer ${token}`)
      }
      const body =
        send.raw ?? (send.body === undefined ? '' : JSON.stringify(resolveLiterals(send.body as Json, literals)))
      const { status } = await sandbox.fetch(url, { method: operation.method, headers, body })
      state.release()
      const expected = decision.kind === 'accepted' ? ['200'] : [decision.rule.status, ...decision.rule.accept]
      if (!expected.includes(String(status))) {
        const by = decision.kind === 'accepted' ? 'no rule' : decision.rule.id
        differences.push(
          `${by}: ${status} for ${as} in ${JSON.stringify(given)} with ${body.slice(0, 300)} ${JSON.stringify(path)} ${send.contentType}`,
        )
      }
    }
    expect(differences).toEqual([])
  }, 240_000)
})

async function tokenFor(fetch: ReturnType<typeof createSandbox>['fetch'], id: string, secret: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
  const answer: unknown = await (await fetch('/oauth/token', { method: 'POST', body })).json()
  return isObject(answer) ? String(answer['access_token']) : ''
}
