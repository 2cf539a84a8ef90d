import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { resolveLiterals } from '../../../src/cases/literals/literals.ts'
import { makers } from '../../../src/cases/makers.ts'
import type { Plan } from '../../../src/cases/plan-cases.ts'
import { listClauses } from '../../../src/clauses/list-clauses.ts'
import type { Document } from '../../../src/document/document.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import type { Target } from '../../../src/targets/target.ts'
import type { Json } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { setScene } from '../../../src/run/execute/execute-case.ts'
import { DEFAULT_NOW, runClock } from '../../../src/run/run-clock.ts'
import { planRun } from '../../../src/run/plan-run.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { targetOf } from '../../../src/targets/targets.ts'
import { ORDERS } from '../../support/orders-document.ts'
import { ordersTarget } from '../../support/orders-target.ts'

interface Subject {
  readonly document: Document
  readonly target: Target
}

async function shipped(api: string, kind: 'mock' | 'sandbox'): Promise<Subject> {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  return { document, target: (await targetOf(kind)).plan({ api, document, now: DEFAULT_NOW, seed: 1 }) }
}

const orders = documentFromText(ORDERS, 'orders.yaml')
const { target: mockOfLobbie } = await shipped('lobbie', 'mock')
const server = await serverOf(orders)
const subjects: readonly [string, Subject][] = [
  ['lobbie on a mock', await shipped('lobbie', 'mock')],
  ['lobbie on the sandbox', await shipped('lobbie', 'sandbox')],
  ['aniva on a mock', await shipped('aniva', 'mock')],
  ['aniva on the sandbox', await shipped('aniva', 'sandbox')],
  ['orders on a mock', { document: orders, target: mockOfLobbie }],
  ['orders on a target with provider states', { document: orders, target: ordersTarget().context.target }],
  ['orders on a live server', { document: orders, target: server }],
]

async function serverOf(document: Document): Promise<Target> {
  const server = await targetOf('live', { url: 'http://127.0.0.1' })
  return server.plan({ api: 'orders', document, now: DEFAULT_NOW, seed: 1 })
}

function planOf({ document, target }: Subject, seed = 1): Plan {
  const operations = listOperations(document)
  return planRun({ operations, target, seed, parameters: {}, allowDestructive: false })
}

/** Returns the case without its operation. The operation is large, and the same in many cases. */
const withoutOperation = ({ operation: _operation, ...rest }: Case): object => rest

/** Returns the request body of a case. Placeholders such as `{ $time: P1D }` are first replaced by values. */
async function bodyOf(aCase: Case, target: Target): Promise<Json | undefined> {
  const { body, raw } = aCase.send
  if (body === undefined || raw !== undefined) return undefined
  const scene = await setScene(aCase, { target, clock: runClock(DEFAULT_NOW, () => 0) })
  if ('kind' in scene) throw new Error(scene.because)
  const { established } = scene
  return resolveLiterals(body, { now: DEFAULT_NOW, ...(established === undefined ? {} : { state: established }) })
}

/** Returns the keywords that the body of a case violates, as JSON pointers that start at the operation. */
async function brokenBy(aCase: Case, target: Target): Promise<string[] | undefined> {
  const schema = aCase.operation.requestBody?.content[0]?.schema
  const body = await bodyOf(aCase, target)
  if (schema === undefined || body === undefined) return undefined
  return compileSchema(schema)
    .check(body, 'request')
    .map(({ keyword }) => schema.pointer + keyword.pointer)
}

describe.each(subjects)('the cases of %s', (_name, subject) => {
  const plan = planOf(subject)
  const all = [...plan.cases, ...plan.hidden.map((hidden) => hidden.case)]
  const inBody = '/requestBody/content/application~1json/schema/'

  test('are more than ten', () => {
    expect(plan.cases.length).toBeGreaterThan(10)
    expect(plan.unplanned).toEqual([])
  })

  test('are the same for the same seed', () => {
    expect(planOf(subject).cases.map(withoutOperation)).toEqual(plan.cases.map(withoutOperation))
  })

  test('have unique names (case paths), which begin with the operation and the kind of case', () => {
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
    const ids = new Set([...makers.map(({ id }) => id), 'journey'])
    for (const { path, operation, maker } of all) {
      expect(ids).toContain(maker)
      expect(path.startsWith(`${operation.id}/${maker}/`)).toBe(true)
      expect(path).toMatch(/^\S+$/)
    }
  })

  test('can each be planned again from the name (case path)', () => {
    const { document, target } = subject
    for (const { path } of plan.cases.slice(0, 12)) {
      const operations = listOperations(document)
      const again = planRun({ operations, target, seed: 1, parameters: {}, allowDestructive: false, only: path })
      expect(again.cases.map(withoutOperation)).toEqual(
        plan.cases.filter((each) => each.path === path).map(withoutOperation),
      )
    }
  })

  test('have unique titles, except for scenarios', () => {
    const titles = all.filter(({ maker }) => maker !== 'scenario').map(({ title }) => title)
    expect(titles.filter((title) => !/^[a-z].*\S$/.test(title))).toEqual([])
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([])
  })

  test('exercise only clauses that exist in the document', () => {
    const known = new Set(
      listOperations(subject.document).flatMap((operation) => listClauses(operation).map(({ id }) => id)),
    )
    expect(all.flatMap(({ proves }) => proves).filter((id) => !known.has(id))).toEqual([])
  })

  test('that are negative cases of the body violate only the keyword in their name (case path)', async () => {
    const misses = all.filter(({ negative }) => negative?.clause.startsWith(inBody) === true)
    expect(misses.length).toBeGreaterThan(5)
    for (const miss of misses)
      expect([miss.path, await brokenBy(miss, subject.target)]).toEqual([miss.path, [miss.negative?.clause]])
  })

  test('that expect a success status are valid requests', async () => {
    const accepted = all.filter(
      ({ expect: wanted }) => wanted.kind === 'accepted' || (wanted.kind === 'status' && wanted.status.startsWith('2')),
    )
    expect(accepted.length).toBeGreaterThan(2)
    for (const each of accepted)
      expect([each.path, (await brokenBy(each, subject.target)) ?? []]).toEqual([each.path, []])
  })

  test('that are negative cases have valid credentials, except cases that several refusal rules refuse', () => {
    const simple = all.filter(({ ruling }) => ruling?.isConflict !== true)
    expect(simple.filter(({ negative, as }) => negative !== undefined && as !== 'partner')).toEqual([])
  })
})

describe('the target decides which cases are planned', () => {
  const byMaker = (subject: Subject): Record<string, string[]> =>
    Object.fromEntries(
      makers.map(({ id }) => [
        id,
        planOf(subject)
          .cases.filter(({ maker }) => maker === id)
          .map(({ path }) => path),
      ]),
    )
  const mock = byMaker({ document: orders, target: mockOfLobbie })
  const stateful = byMaker({ document: orders, target: ordersTarget().context.target })
  const live = byMaker({ document: orders, target: server })

  test('cases that ask for an example response are planned only for a mock, and scenarios only for a target with provider states', () => {
    expect([mock['example']?.length, stateful['example']?.length, live['example']?.length]).toEqual([5, 0, 0])
    expect([mock['scenario'], stateful['scenario'], live['scenario']]).toEqual([
      [],
      ['updateOrder/scenario/200/base', 'updateOrder/scenario/409/closed'],
      [],
    ])
  })

  test('of undocumented methods, a live server gets only TRACE and OPTIONS, because others may change data', () => {
    const names = (paths: string[] | undefined) => paths?.map((path) => path.split('/').at(-1))
    expect(mock['method']).toEqual([])
    expect(names(stateful['method'])).toEqual(['get', 'put', 'post', 'delete', 'trace', 'options'])
    expect(names(live['method'])).toEqual(['trace', 'options'])
  })

  test('a mock, which checks only whether credentials are present, gets fewer cases about credentials', () => {
    expect(mock['credentials']).toEqual(['updateOrder/credentials/anonymous'])
    expect(stateful['credentials']?.length).toBeGreaterThan(8)
    expect(live['credentials']).toEqual([])
  })
})
