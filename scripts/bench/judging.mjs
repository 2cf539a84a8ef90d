import { readDocument } from '../../dist/src/document/read-document.js'
import { listOperations } from '../../dist/src/operations/list-operations.js'
import { contractOf } from '../../dist/src/verdicts/contract.js'
import { judge } from '../../dist/src/verdicts/judge.js'

const ROUNDS = 20_000

/** Microseconds to judge one accepted Lobbie exchange, beside JSON.parse of its body. Aim: at most 50. */
export async function benchJudging({ say }) {
  const [operation] = listOperations(readDocument('specs/lobbie/openapi.yaml'))
  const contract = contractOf(operation)
  const example = operation.responses.find(({ status }) => status === '200').content[0].examples[0].value
  const text = JSON.stringify(example)
  const request = { method: 'PUT', target: '/', headers: [['Content-Type', 'application/json']] }
  const answer = { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text) }
  const shows = { state: true, auth: 'full', faults: false }
  const sent = {
    path: { accountId: 31, locationId: example.locationId, appointmentId: example.id },
    query: {},
    headers: {},
    body: { startTime: example.startTime },
  }
  const before = { subject: { ...example, updatedAt: '2025-12-30T00:00:00Z' }, bystander: { id: 1 } }
  const trial = {
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
    target: { name: 'sandbox', shows },
    sent,
    exchange: { request, answer, sentAt: '2026-01-05T09:00:00Z', milliseconds: 1 },
    given: { zone: 'America/New_York' },
    before,
    later: { subject: example, bystander: before.bystander },
  }
  const { verdict, findings } = judge(contract, trial)
  if (verdict !== 'holds')
    throw new Error(`the exchange should hold: ${findings.map(({ message }) => message).join('; ')}`)
  const mock = { ...trial, target: { name: 'mock', shows: { state: false, auth: 'presence', faults: true } } }
  const time = (work) => {
    for (let round = 0; round < 2000; round++) work()
    const begun = performance.now()
    for (let round = 0; round < ROUNDS; round++) work()
    return ((performance.now() - begun) * 1000) / ROUNDS
  }
  const [parse, plain, whole] = [() => JSON.parse(text), () => judge(contract, mock), () => judge(contract, trial)].map(
    time,
  )
  say(
    `  ${plain.toFixed(1)} µs for schema, headers and invariants of one answer, ${whole.toFixed(1)} µs with zones, frame and bystander; JSON.parse ${parse.toFixed(1)} µs`,
  )
}
