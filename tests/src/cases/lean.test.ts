import { describe, expect, test } from 'vitest'
import { leanOf } from '../../../src/cases/lean.ts'
import type { Document } from '../../../src/document/document.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import type { Target } from '../../../src/targets/target.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { planRun } from '../../../src/run/plan-run.ts'
import { DEFAULT_NOW } from '../../../src/run/run-clock.ts'
import { targetOf } from '../../../src/targets/targets.ts'
import { ORDERS } from '../../support/orders-document.ts'
import { ordersTarget } from '../../support/orders-target.ts'

const orders = documentFromText(ORDERS, 'orders.yaml')
const lobbie = readDocument('specs/lobbie/openapi.yaml')
const aniva = readDocument('specs/aniva/openapi.yaml')
const subjects: readonly [string, Document, Target][] = [
  ['lobbie on a mock', lobbie, await planned('mock', 'lobbie', lobbie)],
  ['lobbie on the sandbox', lobbie, await planned('sandbox', 'lobbie', lobbie)],
  ['aniva on a mock', aniva, await planned('mock', 'aniva', aniva)],
  ['aniva on the sandbox', aniva, await planned('sandbox', 'aniva', aniva)],
  ['orders on a target with provider states', orders, ordersTarget().context.target],
]

async function planned(kind: 'mock' | 'sandbox', api: string, document: Document): Promise<Target> {
  return (await targetOf(kind)).plan({ api, document, now: DEFAULT_NOW, seed: 1 })
}

describe.each(subjects)('the lean plan (--lean) of %s', (_name, document, target) => {
  const settings = { operations: listOperations(document), target, seed: 1, parameters: {}, allowDestructive: false }
  const whole = planRun(settings).cases
  const lean = planRun({ ...settings, plan: 'lean' }).cases
  const paths = lean.map(({ path }) => path)

  test('contains only cases of the full plan, in the same order', () => {
    expect(lean.length).toBeLessThan(whole.length)
    expect(whole.map(({ path }) => path).filter((path) => paths.includes(path))).toEqual(paths)
  })

  test('exercises every clause that the full plan exercises', () => {
    const proved = new Set(lean.flatMap(({ proves }) => proves))
    const missing = whole.flatMap(({ proves }) => proves).filter((id) => !proved.has(id))
    // The lean plan may leave out `x-update` clauses. Such a clause is tested only by a case that sends exactly one
    // certain field, and the plan does not always have this case.
    expect(missing.filter((id) => !id.includes('/x-update/'))).toEqual([])
  })

  test('contains no case whose clauses are all exercised by the cases before it', () => {
    expect(leanOf(lean).map(({ path }) => path)).toEqual(paths)
  })

  test('allows the replay of a case that only the full plan contains', () => {
    const left = whole.find(({ path }) => !paths.includes(path))?.path ?? expect.fail('nothing is left out')
    expect(planRun({ ...settings, plan: 'lean', only: left }).cases.map(({ path }) => path)).toEqual([left])
  })
})
