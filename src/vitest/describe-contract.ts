import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dirname, basename } from 'node:path'
import { readDocument } from '../document/read-document.ts'
import { ContractError } from '../errors.ts'
import { openCredentials, type Credentials } from '../exchanges/credentials/credentials.ts'
import { listOperations, webhooksOperation } from '../operations/list-operations.ts'
import { executeCaseGroup } from '../run/execute/execute-case-group.ts'
import { DEFAULT_NOW, runClock } from '../run/run-clock.ts'
import { planRun } from '../run/plan-run.ts'
import type { Target } from '../targets/target.ts'
import type { NamedTarget, OpenTarget } from '../targets/named-target.ts'
import { contractOf } from '../evidence/contract.ts'
import { coverage } from '../verdicts/coverage.ts'
import { judge, type Judgement } from '../verdicts/judge.ts'
import { namedTarget, type Establish } from './named-target.ts'
import { printTestFinding } from './print-finding.ts'

export interface DescribeContractOptions {
  /** The path of the document. */
  readonly document: string
  /** The target: `mock()`, `sandbox()`, `live({ url })`, or a target of your own. */
  readonly target: NamedTarget | Target
  /** Sets up provider states. Default: the target sets them up. */
  readonly states?: Establish
  /** The ids of the tested operations. Default: all. */
  readonly operations?: readonly string[]
  /** The seed for generated values. Default: 1. */
  readonly seed?: number
  /** The start time of the run clock in ISO 8601. Default: the same time as in the command `gate`. */
  readonly now?: string
  /** The effect of a blocked case: its test fails or is skipped. Default: `fail`. */
  readonly blocked?: 'fail' | 'skip'
  /**
   * The minimum coverage: the percentage of the reachable clauses that must be tested. Default: 100. Use a lower value
   * if no case tests some parts of the document, such as callbacks or links.
   */
  readonly coverage?: number
}

/**
 * Declares a vitest test for each case of a document, and one for coverage. Plans while vitest collects tests, and
 * starts the target before the first test. Sends and judges like the command `gate`.
 *
 * @example describeContract({ document: 'specs/lobbie/openapi.yaml', target: mock() })
 */
export function describeContract(options: DescribeContractOptions): void {
  const { seed = 1, now = DEFAULT_NOW, blocked = 'fail' } = options
  const document = readDocument(options.document)
  const api = basename(dirname(options.document))
  const all = [...listOperations(document), ...webhooksOperation(document)]
  const operations = all.filter(({ id }) => options.operations?.includes(id) ?? true)
  if (operations.length === 0) {
    throw new ContractError('unknown-operation', {
      what: options.operations?.join(', ') ?? '',
      where: options.document,
    })
  }
  const asked = { api, document, now, seed }
  const target = namedTarget(options.target, api, options.states)
  const planned = target.plan(asked)
  const plan = planRun({ operations, target: planned, seed, parameters: {}, allowDestructive: false })
  const contracts = new Map(operations.map((operation) => [operation.id, contractOf(operation)]))
  const judgements: Judgement[] = []

  describe(`${document.title} on ${target.kind}`, () => {
    let opened: OpenTarget
    let credentials: Credentials
    const clock = runClock(now, () => performance.now())

    beforeAll(async () => {
      opened = await target.open(asked)
      credentials = openCredentials({ baseUrl: opened.target.baseUrl, elapsed: () => clock.elapsed() })
    })
    afterAll(async () => {
      await credentials?.close()
      await opened?.close()
    })

    for (const aCase of plan.cases) {
      test(`${aCase.path}: ${aCase.title}`, async (context) => {
        const unit = { cases: [aCase], refused: false }
        const [execution] = await executeCaseGroup(unit, { target: opened.target, clock, credentials })
        const contract = contracts.get(aCase.operation.id)
        if (execution === undefined || contract === undefined) throw new Error(`${aCase.path} was not executed`)
        const judgement = judge(contract, execution)
        judgements.push(judgement)
        if (judgement.verdict === 'not-applicable' || (judgement.verdict === 'blocked' && blocked === 'skip')) {
          context.skip(judgement.because)
        }
        // `expect.fail` shows the whole text of the findings. An equality assertion would shorten it.
        const broken = judgement.findings.filter(({ level }) => level === 'error')
        if (broken.length > 0) expect.fail(broken.map((finding) => printTestFinding(finding, execution)).join('\n'))
        if (judgement.verdict !== 'passed' && judgement.verdict !== 'disproved')
          expect.fail(`${judgement.verdict}: ${judgement.because ?? ''}`)
      })
    }

    test('exercises every reachable clause', (context) => {
      if (judgements.length < plan.cases.length) context.skip('not every case was run')
      const outcomes = [...contracts.values()].flatMap((contract) =>
        coverage({
          contract,
          target: { name: planned.name, shows: planned.shows },
          judgements: judgements.filter(({ execution }) => execution.case.operation.id === contract.operation.id),
          hidden: plan.hidden.filter((each) => each.case.operation.id === contract.operation.id),
        }),
      )
      const reachable = outcomes.filter(({ state }) => state !== 'not-applicable')
      const missing = reachable.filter(({ state }) => state === 'not-run' || state === 'blocked')
      const share = reachable.length === 0 ? 0 : (100 * (reachable.length - missing.length)) / reachable.length
      const reasons = missing.map(({ clause, because }) => `${clause.id}: ${because ?? ''}`).join('\n')
      expect(share, reasons).toBeGreaterThanOrEqual(options.coverage ?? 100)
    })
  })
}
