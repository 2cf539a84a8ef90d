import { APIS, FOLDER, installAll, PEERS, runTimed, SLOW } from '../peers/measure.mjs'

/**
 * Runs the gate and each other tool against the correct sandbox, with and without a slow proxy. Prints times and
 * numbers of requests. Targets of the gate: under 3 s for each API without the proxy, and at most a third of the time
 * of Schemathesis with the proxy.
 */
export async function benchPeers({ say }) {
  const { here, absent } = await installAll(PEERS, FOLDER)
  for (const { name, because } of absent) say(`  ${name} is absent: ${because}`)
  const journal = { once: (_key, measure) => measure() }
  const { correct, slow } = await runTimed({ here, folder: FOLDER, lanes: 2, rounds: 3, say: () => {}, journal })
  const [us] = PEERS
  const line = (runs, api, name) => {
    const { milliseconds, requests } = runs[`${name} ${api}`]
    const times = (milliseconds / runs[`${us.name} ${api}`].milliseconds).toFixed(1)
    return `${(milliseconds / 1000).toFixed(1)} s (${times} × ours), ${requests} requests`
  }
  for (const api of APIS) {
    say(`  ${api}, on loopback | with ${SLOW.latency} ms latency and ${SLOW.perSecond} requests a second`)
    for (const { peer } of here)
      say(`    ${peer.name}: ${line(correct, api, peer.name)} | ${line(slow, api, peer.name)}`)
  }
}
