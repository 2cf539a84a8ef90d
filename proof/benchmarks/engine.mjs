import { Client } from 'undici'
import { readDocument } from '../../dist/src/document/read-document.js'
import { openCredentials } from '../../dist/src/exchanges/credentials/credentials.js'
import { recordExchange } from '../../dist/src/exchanges/record-exchange.js'
import { openSandbox } from '../../dist/src/targets/sandbox.js'
import { listOperations } from '../../dist/src/operations/list-operations.js'
import { inPool } from '../../dist/src/run/execute/pace/in-pool.js'
import { executeCaseGroup } from '../../dist/src/run/execute/execute-case-group.js'
import { groupCasesByState } from '../../dist/src/run/execute/group-cases-by-state.js'
import { planRun } from '../../dist/src/run/plan-run.js'
import { runClock } from '../../dist/src/run/run-clock.js'
import { contractOf } from '../../dist/src/evidence/contract.js'
import { judge } from '../../dist/src/verdicts/judge.js'
import { startSandbox } from './sandbox.mjs'

const CONCURRENCY = 8
const TIMES = 40
const ROUNDS = 9

/**
 * Measures how many requests per second the gate sends and judges, and how many the HTTP client undici sends without
 * the gate. Both send the same requests. Target: the gate reaches at least 0.6 of the rate of undici.
 */
export async function benchEngine({ fork, say }) {
  const { child, facts } = await startSandbox(fork, 'sandbox')
  const operations = listOperations(readDocument('specs/aniva/openapi.yaml'))
  const contract = contractOf(operations[0])
  const { target, close } = await openSandbox({ api: 'aniva', baseUrl: facts.url })
  const credentials = openCredentials({ baseUrl: facts.url, elapsed: () => performance.now() })
  const clock = runClock('2026-01-05T09:00:00Z', () => performance.now())
  const plan = planRun({ operations, target, seed: 1, parameters: {}, allowDestructive: false })
  // Sets up each provider state only once and never removes it, so that control requests do not change the result.
  const establish = async (ask) => ({ ...(await target.states.establish(ask)), release: undefined, observe: undefined })
  const context = { target: { ...target, states: { ...target.states, establish } }, clock, credentials }
  const sendAgain = async (execution) => {
    const exchange = await recordExchange(target, execution.exchange.request, clock)
    return judge(contract, { ...execution, exchange })
  }
  const executions = []
  for (const unit of groupCasesByState(plan.cases, true)) {
    for (const execution of await executeCaseGroup(unit, context)) {
      if (execution.exchange === undefined) continue
      // Does not measure a request that succeeds only once, because it cannot be repeated.
      if ((await sendAgain(execution)).verdict === 'passed') executions.push(execution)
    }
  }
  let broken = 0
  const judged = async (times) => {
    const items = Array.from({ length: times }, () => executions).flat()
    const begun = performance.now()
    await inPool(items, CONCURRENCY, async (execution) => {
      if ((await sendAgain(execution)).verdict !== 'passed') broken += 1
    })
    return (items.length * 1000) / (performance.now() - begun)
  }
  const clients = Array.from({ length: CONCURRENCY }, () => new Client(facts.url))
  const bare = async (times) => {
    const items = Array.from({ length: times }, () => executions.map(({ exchange }) => exchange.request)).flat()
    const begun = performance.now()
    let next = 0
    await Promise.all(
      clients.map(async (client) => {
        for (let index = next++; index < items.length; index = next++) {
          const { method, target: path, headers, body } = items[index]
          const answer = await client.request({ method, path, headers: headers.flat(), body })
          await answer.body.arrayBuffer()
        }
      }),
    )
    return (items.length * 1000) / (performance.now() - begun)
  }
  await judged(10)
  await bare(10)
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    // Changes the order in each round, because a machine that becomes faster or slower would otherwise favour one side.
    const [first, second] = round % 2 === 0 ? [judged, bare] : [bare, judged]
    const rates = new Map([
      [first, await first(TIMES)],
      [second, await second(TIMES)],
    ])
    rounds.push({ ours: rates.get(judged), bare: rates.get(bare), ratio: rates.get(judged) / rates.get(bare) })
  }
  if (broken > 0) throw new Error(`${broken} exchanges should pass`)
  const middle = rounds.toSorted((one, other) => one.ratio - other.ratio)[Math.floor(ROUNDS / 2)]
  say(
    `  ${Math.round(middle.ours)}/s with judging, ${Math.round(middle.bare)}/s with undici alone, ratio ${middle.ratio.toFixed(2)} (median of ${ROUNDS} rounds of ${executions.length * TIMES} requests)`,
  )
  await Promise.all([...clients.map((client) => client.close()), close(), credentials.close()])
  child.disconnect()
}
