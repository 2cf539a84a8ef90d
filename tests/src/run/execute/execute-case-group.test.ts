import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { ContractError } from '../../../../src/errors.ts'
import { executeCaseGroup } from '../../../../src/run/execute/execute-case-group.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import type { Execution } from '../../../../src/evidence/execution.ts'
import { BEFORE } from '../../../support/orders-execution.ts'
import { orderCase, ordersTarget, type OrdersTargetOptions } from '../../../support/orders-target.ts'

const send = (body: Case['send']['body']): Partial<Case> => ({
  send: { headers: { 'X-Tenant': 'a' }, ...(body === undefined ? {} : { body }) },
})
const refused = {
  cases: [orderCase('first'), orderCase('leaky', send({ size: 'leak' })), orderCase('last')],
  refused: true,
}

/** A server that refuses every update with 400, but stores the update if it contains the size `leak`. */
const leaky: OrdersTargetOptions = {
  answer: ({ body }, order) => {
    if (Buffer.from(body ?? []).includes('leak')) order['note'] = 'changed all the same'
    return { status: 400, body: { error: 'no' } }
  },
}

/**
 * Describes each execution in one line: the path of its case, the verdict, the reason, and the rules with a finding.
 */
function told(executions: readonly Execution[]): string[] {
  return executions.map((execution) => {
    const { verdict, because, findings } = judge(contractOf(execution.case.operation), execution)
    return [execution.case.path, verdict, because, ...findings.map(({ rule }) => rule)].filter(Boolean).join(' ')
  })
}

const down = (): never => {
  throw new ContractError('target-down', { what: 'nobody answers', where: 'http://127.0.0.1' })
}
const bug = (): never => {
  throw new Error('a bug of ours')
}
const BLOCKED = 'blocked The target cannot be reached: nobody answers (http://127.0.0.1)'

test('negative cases share one resource, which is read once before the first and once after the last case', async () => {
  const { context, sent, established, released } = ordersTarget()
  const executions = await executeCaseGroup(refused, context)
  expect(sent.map(({ target }) => target)).toEqual(['/orders/1', '/orders/1', '/orders/1'])
  expect([established, released]).toEqual([['first'], ['first']])
  expect(told(executions)).toEqual(['first passed', 'leaky passed', 'last passed'])
  expect(executions.every(({ before, later }) => before?.subject?.['note'] === later?.subject?.['note'])).toBe(true)
})

test('if a shared resource has changed, each case is repeated with its own resource; only the case that changes it gets a finding', async () => {
  const { context, sent, established, released } = ordersTarget(leaky)
  const executions = await executeCaseGroup(refused, context)
  expect(sent.map(({ target }) => target)).toEqual([
    ...Array(3).fill('/orders/1'),
    '/orders/2',
    '/orders/3',
    '/orders/4',
  ])
  expect(released).toEqual(established)
  expect(told(executions)).toEqual(['first passed', 'leaky failed refused_update_leaves_no_trace', 'last passed'])
})

test('a change of a shared resource is reported even if the change does not occur again', async () => {
  let isFirst = true
  const { context } = ordersTarget({
    answer: (_request, order) => {
      if (isFirst) order['note'] = 'changed all the same'
      isFirst = false
      return { status: 400, body: { error: 'no' } }
    },
  })
  const executions = told(await executeCaseGroup(refused, context))
  expect(executions.slice(0, 3)).toEqual(
    ['first', 'leaky', 'last'].map((path) => `${path} failed refused_update_leaves_no_trace`),
  )
  expect(executions.slice(3)).toEqual(['first passed', 'leaky passed', 'last passed'])
})

test('if the server accepted one request, a change of the shared resource is not reported for the refused requests', async () => {
  let isFirst = true
  const { context } = ordersTarget({
    answer: ({ body }, order) => {
      if (!isFirst || !Buffer.from(body ?? []).includes('leak')) return { status: 400, body: { error: 'no' } }
      isFirst = false
      order['note'] = 'changed'
      return { status: 200, body: { id: '1' } }
    },
  })
  const executions = told(await executeCaseGroup(refused, context))
  expect(executions.filter((each) => each.includes('failed'))).toHaveLength(1)
  expect(executions.join()).toMatch(/leaky failed/)
  expect(executions.join()).not.toContain('refused_update_leaves_no_trace')
})

test('if a repeated case gets another status, its first response is judged too', async () => {
  let count = 0
  const { context } = ordersTarget({
    answer: (request, order) => {
      count += 1
      if (count === 1) return { status: 500, body: { error: 'no' } }
      return leaky.answer?.(request, order) ?? { status: 400, body: {} }
    },
  })
  expect(told(await executeCaseGroup(refused, context))).toEqual([
    expect.stringContaining('first failed'),
    'first passed',
    'leaky failed refused_update_leaves_no_trace',
    'last passed',
  ])
})

test('responses after a change of the shared resource are not judged; the cases are repeated and judged then', async () => {
  const { context } = ordersTarget({
    answer: (request, order) => {
      const isChanged = order['note'] !== undefined && order['note'] !== BEFORE.note
      return isChanged
        ? { status: 500, body: { error: 'no' } }
        : (leaky.answer?.(request, order) ?? { status: 400, body: {} })
    },
  })
  expect(told(await executeCaseGroup(refused, context))).toEqual([
    'first passed',
    'leaky failed refused_update_leaves_no_trace',
    'last passed',
  ])
})

test('if a run stops between two cases that share a resource, the run sends no further case', async () => {
  const { context, sent } = ordersTarget()
  const reason = (): string | undefined => (sent.length < 2 ? undefined : 'enough')
  const executions = await executeCaseGroup(refused, {
    ...context,
    stopConditions: { begin: () => () => undefined, lost: reason, reason },
  })
  expect(told(executions)).toEqual(['first passed', 'leaky passed', 'last not-run enough'])
  expect(sent).toHaveLength(2)
})

test('the resource of a single case is read before and after the case, and then released', async () => {
  const { context, released } = ordersTarget(leaky)
  const [, aCase = orderCase('none')] = refused.cases
  expect(told(await executeCaseGroup({ cases: [aCase], refused: true }, context))).toEqual([
    'leaky failed refused_update_leaves_no_trace',
  ])
  expect(released).toEqual(['leaky'])
})

test('a provider state that cannot be set up blocks every case that needs it, with the reason', async () => {
  const { context, sent } = ordersTarget({ establish: down })
  expect(told(await executeCaseGroup(refused, context))).toEqual(
    ['first', 'leaky', 'last'].map((path) => `${path} ${BLOCKED}`),
  )
  expect(sent).toEqual([])
})

test.each(['observe', 'release'] as const)(
  'a provider state whose function %s throws blocks its cases',
  async (name) => {
    let asked = 0
    const { context } = ordersTarget({
      established: (plain) => ({
        ...plain,
        // Makes every call fail except the first call of `observe`, which reads the resource before the first request.
        [name]: () => (asked++ === 0 && name === 'observe' ? plain.observe?.() : down()),
      }),
    })
    expect(told(await executeCaseGroup(refused, context))).toEqual(
      ['first', 'leaky', 'last'].map((path) => `${path} ${BLOCKED}`),
    )
    asked = 0
    expect(told(await executeCaseGroup({ cases: [orderCase('alone')], refused: true }, context))).toEqual([
      `alone ${BLOCKED}`,
    ])
  },
)

test('an internal error during a case is thrown, and is no finding', async () => {
  await expect(executeCaseGroup(refused, ordersTarget({ establish: bug }).context)).rejects.toThrow('a bug of ours')
})

test('if the target cannot set up provider states, cases that need a state are not applicable', async () => {
  const { context } = ordersTarget()
  const { states: _states, ...bare } = context.target
  expect(told(await executeCaseGroup(refused, { ...context, target: bare }))).toContain(
    'first not-applicable this target cannot set up provider states (see `--setup`)',
  )
})

test('a case is blocked if the target has no credentials for the partner or for the role of its scenario', async () => {
  const { context } = ordersTarget({ established: (plain) => ({ ...plain, credentials: {} }) })
  const operation = {
    ...orderCase('x').operation,
    scenarios: [{ ...orderCase('x').operation.scenarios[0], as: ['expired'] }],
  }
  const cases = [
    orderCase('partner'),
    orderCase('asked', { as: 'expired', operation: operation as Case['operation'] }),
    orderCase('unasked', { as: 'expired' }),
    orderCase('anonymous', { as: 'anonymous' }),
  ]
  expect(told(await executeCaseGroup({ cases, refused: true }, context))).toEqual([
    'partner blocked this target has no credentials for a partner',
    'asked blocked this target has no credentials for the role expired',
    'unasked not-applicable this target has no credentials for the role expired',
    'anonymous passed',
  ])
})

test('a response that the mock invented blocks the case', async () => {
  const { context } = ordersTarget({ target: { invented: () => 'it made this up' } })
  expect(told(await executeCaseGroup({ cases: [orderCase('a')], refused: true }, context))).toEqual([
    'a blocked it made this up',
  ])
})

test('a request that cannot be built blocks only its own case', async () => {
  const { context } = ordersTarget()
  const body = { due: { $state: '/values/due' } }
  expect(
    told(await executeCaseGroup({ cases: [orderCase('bad', send(body)), orderCase('good')], refused: true }, context)),
  ).toEqual([
    expect.stringMatching(/^bad blocked A literal of a scenario \(such as \$time\) cannot be resolved/),
    'good passed',
  ])
})
