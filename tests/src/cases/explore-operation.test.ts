import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { exploreOperation, type Exploration } from '../../../src/cases/explore-operation.ts'
import { resolveLiterals } from '../../../src/cases/literals/literals.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import type { Document } from '../../../src/document/document.ts'
import type { Target } from '../../../src/targets/target.ts'
import type { Json } from '../../../src/json.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { serializeParameter } from '../../../src/operations/serialize-parameter.ts'
import { setScene } from '../../../src/run/execute/execute-case.ts'
import { contextOf } from '../../../src/run/plan-run.ts'
import { DEFAULT_NOW, runClock } from '../../../src/run/run-clock.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { targetOf } from '../../../src/targets/targets.ts'
import { NOTES } from '../../support/notes-server.ts'
import { ORDERS } from '../../support/orders-document.ts'

function subject(document: Document, api: string, target: Target, seed = 1): { target: Target; explored: Exploration } {
  const operations = listOperations(document)
  const [operation = expect.fail(`${api} has no operation`)] = operations
  const context = contextOf({ operations, target, seed, parameters: {}, allowDestructive: false })
  return { target, explored: exploreOperation(operation, context, target.hides) }
}

async function shipped(api: string, kind: 'mock' | 'sandbox', seed = 1): Promise<ReturnType<typeof subject>> {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  return subject(document, api, (await targetOf(kind)).plan({ api, document, now: DEFAULT_NOW, seed }), seed)
}

async function elsewhere(text: string, kind: 'mock' | 'live', seed = 1): Promise<ReturnType<typeof subject>> {
  const document = documentFromText(text, 'document.yaml')
  const url = kind === 'live' ? { url: 'http://127.0.0.1' } : {}
  const target = (await targetOf(kind, url)).plan({ api: 'd', document, now: DEFAULT_NOW, seed })
  return subject(document, 'document', target, seed)
}

const SUBJECTS: readonly [string, (seed?: number) => Promise<ReturnType<typeof subject>>][] = [
  ['lobbie on a mock', (seed) => shipped('lobbie', 'mock', seed)],
  ['lobbie on the sandbox', (seed) => shipped('lobbie', 'sandbox', seed)],
  ['aniva on a mock', (seed) => shipped('aniva', 'mock', seed)],
  ['aniva on the sandbox', (seed) => shipped('aniva', 'sandbox', seed)],
  ['orders on a mock', (seed) => elsewhere(ORDERS, 'mock', seed)],
  ['notes on a live server', (seed) => elsewhere(NOTES, 'live', seed)],
]

const told = ({ operation: _operation, ...rest }: Case): object => rest

/** Returns the keywords that a request violates. First replaces placeholders such as `{ $time: P1D }` by values. */
async function brokenBy(aCase: Case, target: Target): Promise<string[]> {
  const scene = await setScene(aCase, { target, clock: runClock(DEFAULT_NOW, () => 0) })
  if ('kind' in scene) throw new Error(scene.because)
  const { established } = scene
  const { query = {}, headers = {}, body } = aCase.send
  const resolve = (value: Json): Json =>
    aCase.verbatim === true
      ? value
      : resolveLiterals(value, { now: DEFAULT_NOW, ...(established === undefined ? {} : { state: established }) })
  const inBody = (aCase.operation.requestBody?.content ?? []).slice(0, 1).flatMap(({ schema }) =>
    schema === undefined || body === undefined
      ? []
      : compileSchema(schema)
          .check(resolve(body), 'request')
          .map(({ keyword }) => schema.pointer + keyword.pointer),
  )
  const inParameters = aCase.operation.parameters.flatMap((parameter) => {
    const { name, in: place, required, schema, pointer } = parameter
    const sent = place === 'query' ? query[name] : place === 'header' ? headers[name] : 0
    if (sent === undefined) return required ? [`${pointer}/required`] : []
    if (schema === undefined || place === 'path') return []
    expect(serializeParameter(parameter, sent)).not.toBe('')
    const keywords = compileSchema(schema).check(sent, 'request')
    return keywords.map(({ keyword }) => schema.pointer + keyword.pointer)
  })
  return [...inBody, ...inParameters]
}

describe.each(SUBJECTS)('the random cases of %s', async (_name, open) => {
  const { target, explored } = await open()
  const cases = explored.draw(120)
  const valid = cases.filter(({ negative }) => negative === undefined)
  const misses = cases.filter(({ negative }) => negative !== undefined)

  test('include valid and invalid cases; no two have the same name (case path) or the same content', () => {
    expect(Math.min(valid.length, misses.length)).toBeGreaterThan(5)
    expect(new Set(cases.map(({ path }) => path)).size).toBe(cases.length)
    const contents = cases.map(({ send, given, negative }) => JSON.stringify([send, given, negative]))
    expect(new Set(contents).size).toBe(cases.length)
    expect(cases.length).toBeLessThanOrEqual(120)
  })

  test('are the same for the same seed, and differ for another seed', async () => {
    expect((await open()).explored.draw(120).map(told)).toEqual(cases.map(told))
    expect((await open(2)).explored.draw(120).map(told)).not.toEqual(cases.map(told))
  })

  test('can each be generated again from the name (case path)', async () => {
    const other = (await open()).explored
    for (const each of cases.slice(0, 30)) {
      const again = other.at(each.path)
      expect(again && told(again)).toEqual(told(each))
    }
  })

  test('are valid requests, except for the negative cases', async () => {
    for (const each of valid) expect([each.path, await brokenBy(each, target)]).toEqual([each.path, []])
  })

  test('that are negative cases violate only the one keyword that they state, and have valid credentials', async () => {
    for (const each of misses) {
      const { negative, as, expect: wanted } = each
      expect([as, wanted.kind]).toEqual(['partner', 'refused'])
      const clause = negative?.clause ?? ''
      // Skips negative cases of parameters, which other tests check. A parameter is sent as text, so the keyword that
      // its value violates also depends on the type of the parameter.
      if (/^\/parameters\/[^/]+\/schema/.test(clause)) continue
      expect([each.path, await brokenBy(each, target)]).toEqual([each.path, [clause]])
    }
  })

  test('can be shrunk to a smaller case that has its own name (case path)', async () => {
    const [start = expect.fail('there is none')] = valid.toSorted(
      (one, other) => JSON.stringify(other.send).length - JSON.stringify(one.send).length,
    )
    let smallest = start
    let asked = 0
    await explored.shrink(start, (smaller) => {
      asked += 1
      smallest = smaller
      return Promise.resolve(asked < 100)
    })
    expect(JSON.stringify(smallest.send).length).toBeLessThan(JSON.stringify(start.send).length)
    expect(smallest.path.startsWith(`${start.path}:`)).toBe(true)
    const again = (await open()).explored.at(smallest.path)
    expect(again && told(again)).toEqual(told(smallest))
  })
})

describe('random cases on the sandbox', () => {
  test.each(['lobbie', 'aniva'])(
    'send only existing values in fields whose value must exist on the server (%s)',
    async (api) => {
      const { explored } = await shipped(api, 'sandbox')
      const [first] = explored.draw(1)
      const scenarios = JSON.stringify(first?.operation.scenarios.filter(({ status }) => status === '200'))
      const WORLD = ['practitionerId', 'startTime', 'status', 'scheduled_at', 'location_id']
      const seen = explored
        .draw(200)
        .filter(({ negative }) => negative === undefined)
        .flatMap(({ send }) => Object.entries(send.body ?? {}).filter(([name]) => WORLD.includes(name)))
      expect(seen.length).toBeGreaterThan(10)
      for (const [name, value] of seen) {
        const isOfState = JSON.stringify(value).startsWith('{"$state":"/values/')
        expect([name, value, isOfState || scenarios.includes(JSON.stringify(value))]).toEqual([name, value, true])
      }
    },
  )

  test('accept any documented response if they combine existing values in a way that no scenario does', async () => {
    const cases = (await shipped('lobbie', 'sandbox')).explored.draw(400)
    const kinds = new Set(cases.map(({ expect: wanted }) => wanted.kind))
    expect(kinds).toEqual(new Set(['accepted', 'documented', 'refused']))
  })

  test('expect a 2xx for a value of a scenario only if they send all values of that scenario', async () => {
    const taken = JSON.stringify({ $state: '/given/takenStartTime' })
    const sending = (await shipped('lobbie', 'sandbox')).explored
      .draw(400)
      .filter(({ send, negative }) => negative === undefined && JSON.stringify(send.body ?? null).includes(taken))
    const accepted = sending.filter(({ expect: wanted }) => wanted.kind === 'accepted')
    expect(accepted.length).toBeGreaterThan(0)
    expect(accepted.length).toBeLessThan(sending.length)
    const names = accepted.map(({ send }) => Object.keys(Object(send.body)))
    expect(names.every((each) => each.includes('practitionerId') || each.includes('status'))).toBe(true)
  })
})
