import { usesState } from '../../cases/literals.ts'
import type { Json } from '../../json.ts'
import { pointer } from '../../document/json-pointer.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { isAccepted, isOneOf, jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { Fault, Rule } from '../rule.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { statusFault } from '../status-fault.ts'

export const scenarioExpectation: Rule = {
  id: 'scenario_expectation',
  title: 'A scenario gives the status and the answer that it says',
  why: 'A status that cannot be reached by the way the document describes is not promised at all.',
  level: 'error',
  stages: ['status', 'scenario'],
  judge(evidence, stage) {
    const { source } = evidence.execution.case
    const faults = stage === 'status' ? wrongStatus(evidence) : wrongAnswer(evidence)
    return source === undefined ? faults : faults.map((fault) => ({ ...fault, source }))
  },
}

function wrongStatus(evidence: Evidence): Fault[] {
  const { execution, operation, status } = evidence
  const { expect, as } = execution.case
  if (expect.kind !== 'status' || isOneOf(status, evidence.expected)) return []
  // Somebody who should not get in did: that is more than a wrong status, and has a rule of its own.
  if (as !== 'partner' && isAccepted(evidence)) return []
  const response = operation.responses.find((each) => each.status === expect.status)
  return [
    statusFault(evidence, {
      pointer: response?.pointer ?? pointer('responses', expect.status),
      message: `${execution.case.title}, but the answer is ${status}`,
    }),
  ]
}

function wrongAnswer(evidence: Evidence): Fault[] {
  const { then, case: aCase } = evidence.execution
  const { response } = evidence
  if (then === undefined || response === undefined || aCase.expect.kind !== 'status') return []
  if (String(evidence.status) !== aCase.expect.status) return []
  const body = jsonOf(evidence)
  const inBody = Object.entries(then.body).flatMap(([at, expected]): Fault[] => {
    const received = valueAt(body, at)
    if (received !== undefined && sameValue(received, expected)) return []
    return [
      {
        pointer: response.pointer,
        at,
        message: `${aCase.title}, but ${at} is not what the scenario says`,
        expected: shownThen(aCase.expect.kind === 'status' ? aCase.expect.then?.body[at] : undefined, expected),
        received: shapeOf(received),
        root: `scenario ${at}`,
      },
    ]
  })
  const inHeaders = Object.entries(then.headers).flatMap(([name, expected]): Fault[] => {
    const received = headerOf(evidence.answer, name)
    if (received === String(expected)) return []
    return [
      {
        pointer: response.pointer,
        at: name,
        message: `${aCase.title}, but its header ${name} is not what the scenario says`,
        expected: shownThen(aCase.expect.kind === 'status' ? aCase.expect.then?.headers[name] : undefined, expected),
        received: shapeOf(received),
        root: `scenario ${name}`,
      },
    ]
  })
  return [...inBody, ...inHeaders]
}

/** What a scenario itself says is told; what its provider state gave is not. */
function shownThen(template: Json | undefined, expected: Json): string {
  if (template === undefined || usesState(template)) return `what the provider state gave, ${shapeOf(expected)}`
  return typeof expected === 'string' ? expected : JSON.stringify(expected)
}
