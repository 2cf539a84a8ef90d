import { usesState } from '../../cases/literals/literals.ts'
import { pointer, valueAt } from '../../document/json-pointer.ts'
import { isAccepted, isOneOf, jsonOf, type Evidence } from '../../evidence/evidence.ts'
import { isMissing } from '../../evidence/response/is-missing.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { stringifyJson, type Json } from '../../json.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { statusFault } from '../status-fault.ts'
import { wrongStatus } from '../wrong-status.ts'

export const scenarioExpectation: Rule = {
  id: 'scenario_expectation',
  title: 'A scenario produces the status and the values that it declares',
  why: 'A scenario describes a business rule of the API: what a client does to get a certain status.',
  fix: 'follow the business rule, or correct the scenario in x-scenarios',
  examples: {
    passes: 'scenario "closed" expects 409. PATCH /orders/7 on a closed order → 409',
    fails: 'scenario "closed" expects 409. PATCH /orders/7 on a closed order → 200',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['status', 'scenario'],
  judge(evidence, stage) {
    const { source } = evidence.execution.case
    const faults = stage === 'status' ? otherStatus(evidence) : wrongValues(evidence)
    return source === undefined ? faults : faults.map((fault) => ({ ...fault, source }))
  },
}

function otherStatus(evidence: Evidence): RuleFault[] {
  const { execution, operation, status } = evidence
  const { expect, as } = execution.case
  if (expect.kind !== 'status' || isOneOf(status, evidence.expected)) return []
  // Skips accepted requests without valid credentials, because the rule `ignored_auth` reports them.
  if (as !== 'partner' && isAccepted(evidence)) return []
  const response = operation.responses.find((each) => each.status === expect.status)
  return [
    statusFault(evidence, {
      pointer: response?.pointer ?? pointer('responses', expect.status),
      message: wrongStatus(execution.case.title, status),
    }),
  ]
}

function wrongValues(evidence: Evidence): RuleFault[] {
  const { then, case: aCase } = evidence.execution
  const { response } = evidence
  const { expect } = aCase
  if (then === undefined || response === undefined || expect.kind !== 'status') return []
  if (String(evidence.status) !== expect.status) return []
  const body = jsonOf(evidence)
  const differs = (
    at: string,
    shown: string,
    template: Json | undefined,
    expected: Json,
    received?: Json,
  ): RuleFault => ({
    pointer: response.pointer,
    at,
    message: `${aCase.title}, but ${shown} differs from the scenario`,
    expected: showExpected(template, expected),
    received: shapeOf(received),
    cause: `scenario ${at}`,
  })
  const inBody = Object.entries(then.body).flatMap(([at, expected]): RuleFault[] => {
    const received = valueAt(body, at)
    if (received === undefined ? isMissing(evidence, at) : sameValue(received, expected)) return []
    return [differs(at, at, expect.then?.body[at], expected, received)]
  })
  const inHeaders = Object.entries(then.headers).flatMap(([name, expected]): RuleFault[] => {
    const received = headerOf(evidence.answer, name)
    if (received === String(expected)) return []
    return [differs(name, `the header ${name}`, expect.then?.headers[name], expected, received)]
  })
  return [...inBody, ...inHeaders]
}

/**
 * Returns the text to print for an expected value. If the value came from a provider state, only its type is printed.
 */
function showExpected(template: Json | undefined, expected: Json): string {
  if (template === undefined || usesState(template)) return `the value from the provider state, ${shapeOf(expected)}`
  return typeof expected === 'string' ? expected : stringifyJson(expected)
}
