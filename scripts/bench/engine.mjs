import { Client } from 'undici'
import { readDocument } from '../../dist/src/document/read-document.js'
import { openCredentials } from '../../dist/src/exchanges/credentials.js'
import { openSandbox } from '../../dist/src/exchanges/targets/sandbox.js'
import { listOperations } from '../../dist/src/operations/list-operations.js'
import { inPool } from '../../dist/src/run/in-pool.js'
import { carryOutUnit } from '../../dist/src/run/carry-out-unit.js'
import { planRun } from '../../dist/src/run/run-contract.js'
import { runClock } from '../../dist/src/run/run-clock.js'
import { contractOf } from '../../dist/src/verdicts/contract.js'
import { judge } from '../../dist/src/verdicts/judge.js'
import { serve } from './sandbox.mjs'

const CONCURRENCY = 8
const TIMES = 40

/** Requests a second of the engine, judging included, beside bare undici with the same bytes. Aim: at least 0.6. */
export async function benchEngine({ fork, say }) {
  const { child, told } = await serve(fork, 'sandbox')
  const document = readDocument('specs/aniva/openapi.yaml')
  const operations = listOperations(document)
  const contract = contractOf(operations[0])
  const { target, close } = await openSandbox({ api: 'aniva', baseUrl: told.url })
  const credentials = openCredentials({ baseUrl: told.url, elapsed: () => performance.now() })
  const clock = runClock('2026-01-05T09:00:00Z', () => performance.now())
  const plan = planRun({ operations, target, seed: 1, parameters: {}, allowDestructive: false })
  // Provider states are control requests: they are made once, and only the subjects are sent again.
  const scene = { requests: [], answers: 0 }
  const recording = { ...target, send: async (request) => (scene.requests.push(request), target.send(request)) }
  const cases = plan.cases.filter((aCase) => aCase.expect.kind === 'refused')
  await carryOutUnit({ cases, refused: true }, { target: recording, clock, credentials })
  const withoutStates = { ...target, states: undefined, shows: { ...target.shows, state: false } }
  const bodies = scene.requests

  const replayed = { ...withoutStates, send: undefined }
  const judged = async (times) => {
    const begun = performance.now()
    const items = Array.from({ length: times }, () =>
      cases.map((aCase, index) => ({ aCase, request: bodies[index] })),
    ).flat()
    await inPool(items, CONCURRENCY, async ({ aCase, request }) => {
      const exchange = { request, answer: await target.send(request), sentAt: clock.now(), milliseconds: 0 }
      judge(contract, {
        case: aCase,
        target: { name: 'sandbox', shows: replayed.shows },
        sent: { path: {}, query: {}, headers: {} },
        exchange,
      })
    })
    return (items.length * 1000) / (performance.now() - begun)
  }
  const clients = Array.from({ length: CONCURRENCY }, () => new Client(told.url))
  const bare = async (times) => {
    const begun = performance.now()
    const items = Array.from({ length: times }, () => bodies).flat()
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
  await judged(4)
  await bare(4)
  const rates = []
  for (let round = 0; round < 5; round++) rates.push([await judged(TIMES), await bare(TIMES)])
  const ratios = rates.map(([one, other]) => one / other).sort((one, other) => one - other)
  const [one, other] = rates.at(-1)
  say(
    `  ${Math.round(one)}/s with judging, ${Math.round(other)}/s bare undici, ratio ${ratios[2].toFixed(2)} (median of 5)`,
  )
  await Promise.all([...clients.map((client) => client.close()), close(), credentials.close()])
  child.disconnect()
}
