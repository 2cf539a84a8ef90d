import { readDocument } from '../../dist/src/document/read-document.js'
import { listOperations } from '../../dist/src/operations/list-operations.js'
import { contractOf } from '../../dist/src/evidence/contract.js'
import { judge } from '../../dist/src/verdicts/judge.js'

const BATCHES = 20
const TRIALS = 1000
const QUARTER = 900_000

/**
 * The properties of the two kinds of targets: `state` says whether a target stores data, and `auth` says how it checks
 * credentials.
 */
export const SHOWS = {
  mock: { state: false, auth: 'presence' },
  sandbox: { state: true, auth: 'full' },
}

/**
 * Measures the time to judge one accepted Lobbie exchange, and the time of JSON.parse for the body of its response.
 * Both in microseconds. Target for judging: at most 50.
 */
export async function benchJudging({ say }) {
  const [operation] = listOperations(readDocument('specs/lobbie/openapi.yaml'))
  const contract = contractOf(operation)
  const example = operation.responses.find(({ status }) => status === '200').content[0].examples[0].value
  const text = (number) => JSON.stringify(shiftedExample(example, number))
  for (const target of Object.keys(SHOWS)) {
    const { verdict, findings } = judge(
      contract,
      executionOf(operation, { name: target, shows: SHOWS[target] }, text(0)),
    )
    if (verdict !== 'passed')
      throw new Error(`the exchange should pass: ${findings.map(({ message }) => message).join('; ')}`)
  }
  const judging = (name) =>
    time(
      (number) => executionOf(operation, { name, shows: SHOWS[name] }, text(number)),
      (execution) => judge(contract, execution),
    )
  const [parse, mock, sandbox] = [time(text, JSON.parse), judging('mock'), judging('sandbox')]
  say(
    `  ${sandbox.toFixed(1)} µs for one exchange of the sandbox, all rules; ${mock.toFixed(1)} µs for one of the mock; JSON.parse of its body ${parse.toFixed(1)} µs`,
  )
}

/** Returns the median time of several batches. Every input is new, so that no cached result is measured. */
function time(make, work) {
  const times = []
  for (let batch = 0; batch < BATCHES; batch++) {
    const things = Array.from({ length: TRIALS }, (_, index) => make(batch * TRIALS + index))
    const begun = performance.now()
    for (const thing of things) work(thing)
    times.push(((performance.now() - begun) * 1000) / TRIALS)
  }
  return times.toSorted((one, other) => one - other)[BATCHES / 2]
}

/** Returns the example appointment, moved by `number` quarters of an hour. */
export function shiftedExample(example, number) {
  const wall = (instant) => new Date(instant - 5 * 3_600_000).toISOString().slice(0, 19) + '-05:00'
  const start = Date.parse('2026-01-08T15:00:00Z') + (number % 5000) * QUARTER
  const end = start + example.durationMinutes * 60_000
  return { ...example, startTime: wall(start), endTime: wall(end) }
}

/** Returns the execution of an accepted update. Its response has the body `text`. */
export function executionOf(operation, target, text) {
  const example = JSON.parse(text)
  const { id, locationId, startTime } = example
  const before = { ...JSON.parse(text), updatedAt: '2025-12-30T00:00:00Z' }
  const bystander = { ...JSON.parse(text), id: id + 1 }
  return {
    case: {
      path: 'bench',
      operation,
      maker: 'bench',
      title: 'bench',
      as: 'partner',
      send: {},
      expect: { kind: 'accepted' },
      proves: [],
    },
    target,
    sent: {
      path: { accountId: 31, locationId, appointmentId: id },
      query: {},
      headers: {},
      body: { startTime },
    },
    exchange: {
      request: { method: 'PUT', target: '/', headers: [['Content-Type', 'application/json']] },
      answer: { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text) },
      sentAt: '2026-01-05T09:00:00Z',
      milliseconds: 1,
    },
    given: { zone: 'America/New_York' },
    before: { subject: before, bystander },
    later: { subject: example, bystander: { ...bystander } },
  }
}
