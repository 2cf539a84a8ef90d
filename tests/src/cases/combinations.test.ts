import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { isCombination } from '../../../src/cases/makers/combinations.ts'
import { planRun } from '../../../src/run/plan-run.ts'
import { DEFAULT_NOW } from '../../../src/run/run-clock.ts'
import { targetOf } from '../../../src/targets/targets.ts'

describe.each(['lobbie', 'aniva'])('the deep plan of %s', async (api) => {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  const target = (await targetOf('sandbox')).plan({ api, document, now: DEFAULT_NOW, seed: 1 })
  const planned = (plan: 'default' | 'deep', of = document) =>
    planRun({ operations: listOperations(of), target, seed: 1, parameters: {}, allowDestructive: false, plan }).cases
  const deep = planned('deep')
  const combined = deep.filter(({ path }) => isCombination(path))

  test('contains all cases of the default plan and sends at most 600 requests', () => {
    const paths = deep.map(({ path }) => path)
    for (const { path } of planned('default')) expect(paths).toContain(path)
    expect(deep.flatMap(({ first }) => (first === undefined ? [1] : [1, 1])).length).toBeLessThanOrEqual(600)
  })

  test('has combinations of values that each refusal rule refuses, and combinations that no refusal rule refuses', () => {
    const [operation] = listOperations(document)
    const ids = operation?.refusals.map(({ id }) => id) ?? []
    expect([...new Set(combined.map(({ path }) => path.split('/')[2]))].sort()).toEqual(['accepted', ...ids].sort())
  })

  test('uses more than 30 % of its combinations for updates that no refusal rule refuses, even if the API has many refusal rules', () => {
    const accepted = combined.filter(({ path }) => path.includes('/accepted/'))
    expect(accepted.length / combined.length).toBeGreaterThan(0.3)
  })

  test('has updates that send the current status of a closed appointment, and are refused nevertheless', () => {
    const repeated = combined.filter(({ path, given, send }) => {
      const [status, body] = [given?.with['status'], send.body]
      return path.includes('/closed/') && status !== undefined && Object(body).status === status
    })
    // Only Lobbie's document has such updates: `status` is a field of the request, and also a parameter of the provider
    // state.
    expect(repeated.length > 0).toBe(api === 'lobbie')
  })

  test('has more combinations than the default plan: that plan has at most eight, each refused by several rules', () => {
    const few = planned('default').filter(({ path }) => isCombination(path))
    expect(few.length).toBeGreaterThan(4)
    expect(few.length).toBeLessThanOrEqual(8)
    expect(few.every(({ ruling }) => ruling?.isConflict === true)).toBe(true)
  })

  test('has the same cases if the combinations are chosen again', () => {
    // The chosen combinations are cached. The cache key contains the hashes of the overlays. This overlay changes
    // nothing in the document but gives another key, so the combinations are chosen again.
    const lastOverlay = `overlay: 1.0.0\ninfo: { title: none, version: '1' }\nactions: [{ target: $.info, update: {} }]\n`
    const again = planned('deep', readDocument(document.file, { lastOverlay }))
    expect(again.map(comparable)).toEqual(deep.map(comparable))
  })

  test('has the same cases if the document is read again', () => {
    expect(planned('deep', readDocument(document.file)).map(comparable)).toEqual(deep.map(comparable))
  })

  test('has other combinations if a refusal rule changes', () => {
    const lastOverlay = `overlay: 1.0.0\ninfo: { title: none, version: '1' }\nactions: [{ target: "$.paths.*.*['x-refusals']", remove: true }]\n`
    const fewer = planned('deep', readDocument(document.file, { lastOverlay }))
    expect(fewer.filter(({ path }) => isCombination(path))).toEqual([])
  })

  test('has cases that can be replayed without `--plan deep`', () => {
    const [first] = combined
    if (first === undefined) throw new Error('the plan has no combinations')
    const settings = { operations: listOperations(document), target, seed: 1, parameters: {}, allowDestructive: false }
    expect(planRun({ ...settings, only: first.path }).cases.map(({ path }) => path)).toEqual([first.path])
  })
})

/** Returns the parts of a case that can be compared with a case of another document. */
function comparable(aCase: Case): object {
  return { ...aCase, operation: aCase.operation.id }
}
