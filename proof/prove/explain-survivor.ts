import { pointer } from '../../src/document/json-pointer.ts'
import { isAnswer, type RawAnswer } from '../../src/exchanges/exchange.ts'
import type { Observation } from '../../src/exchanges/observation.ts'
import { isArray, isObject, type Json } from '../../src/json.ts'
import type { Execution } from '../../src/evidence/execution.ts'
import type { ProvedRun } from './run-on-sandbox.ts'

/**
 * Explains why a fault was not detected, by a comparison with the run against the correct sandbox. Names the first case
 * in which a response or the stored data differ, and the place of this difference in the document. If no case differs,
 * says that no case shows the fault.
 */
export function explainSurvivor(correct: ProvedRun, faulty: ProvedRun): string {
  const differences = [...faulty.executions].flatMap(([path, execution]) => {
    const place = placeOf(correct.executions.get(path), execution)
    return place === undefined ? [] : [{ path, operation: execution.case.operation.id, place }]
  })
  const [first] = differences
  if (first === undefined) return 'no case shows the fault: a case is missing'
  const shown = differences.length === 1 ? 'shows the fault' : `and ${differences.length - 1} more cases show the fault`
  return `no rule judges ${first.operation}${first.place}: ${first.path} ${shown}`
}

/**
 * Returns the place in the document to which the first difference between two executions belongs. Compares the
 * responses, and then the stored data. Returns undefined if there is no difference, or if one execution has no
 * response.
 */
function placeOf(correct: Execution | undefined, faulty: Execution): string | undefined {
  const [was, is] = [answerOf(correct), answerOf(faulty)]
  if (was === undefined || is === undefined) return undefined
  if (was.status !== is.status) return `/responses/${was.status}`
  const header = headerThatDiffers(was, is)
  if (header !== undefined) return `/responses/${was.status}/headers/${header}`
  const inBody = firstDifference(jsonOf(was), jsonOf(is))
  if (inBody !== undefined) return `/responses/${was.status} at ${inBody === '' ? 'the top level' : inBody}`
  return inStore(correct?.later, faulty.later, was.status)
}

function inStore(was: Observation | undefined, is: Observation | undefined, status: number): string | undefined {
  const subject = firstDifference(was?.subject, is?.subject)
  if (subject !== undefined) return status < 400 ? `/x-update at ${subject} of the stored data` : '/x-update/refused'
  const bystander = firstDifference(was?.bystander, is?.bystander)
  return bystander === undefined ? undefined : `/x-update at ${bystander} of the bystander`
}

function answerOf(execution: Execution | undefined): RawAnswer | undefined {
  const answer = execution?.exchange?.answer
  return answer !== undefined && isAnswer(answer) ? answer : undefined
}

function headerThatDiffers(was: RawAnswer, is: RawAnswer): string | undefined {
  const [one, other] = [new Map(was.headers), new Map(is.headers)]
  return [...new Set([...one.keys(), ...other.keys()])].toSorted().find((name) => one.get(name) !== other.get(name))
}

function jsonOf({ body }: RawAnswer): Json {
  const text = Buffer.from(body).toString()
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/**
 * Returns the JSON Pointer of the first difference between two values. Compares properties in the order of the first
 * value.
 */
function firstDifference(one: Json | undefined, other: Json | undefined, at = ''): string | undefined {
  if (Object.is(one, other)) return undefined
  if (isArray(one) && isArray(other) && one.length === other.length) {
    return one.map((item, index) => firstDifference(item, other[index], at + pointer(index))).find(isPlace)
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .map((name) => firstDifference(one[name], other[name], at + pointer(name)))
      .find(isPlace)
  }
  return at
}

function isPlace(place: string | undefined): boolean {
  return place !== undefined
}
