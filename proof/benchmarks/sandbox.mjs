import { createSandbox } from '../../dist/sandbox/sandbox.js'
import { load } from './load.mjs'

const CONNECTIONS = 64

/**
 * Measures the requests per second of each endpoint, compared with an empty route in the same run. Target: a ratio of
 * at least 0.25 for Lobbie and 0.5 for Aniva.
 */
export async function benchSandbox({ seconds, fork, say }) {
  say(`  ${millisecondsToMake().toFixed(2)} ms to make one`)
  const [bare, sandbox] = await Promise.all([startSandbox(fork, 'bare'), startSandbox(fork, 'sandbox')])
  const { url, partners, demo } = sandbox.facts
  const headers = { 'content-type': 'application/json' }
  const grant = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: partners.lobbie.partner.clientId,
    client_secret: partners.lobbie.partner.clientSecret,
  })
  const { access_token: token } = await (await fetch(`${url}/oauth/token`, { method: 'POST', body: grant })).json()
  const { accountId, locationId, appointmentId } = demo.lobbie
  const kinds = {
    lobbie: {
      method: 'PUT',
      path: `/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`,
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify({ startTime: '2026-01-08T10:00:00-05:00', note: 'Bring the referral letter' }),
    },
    aniva: {
      method: 'PATCH',
      path: `/api/v1/appointments/${demo.aniva.id}`,
      headers: { ...headers, 'x-api-key': partners.aniva.partner.value },
      body: JSON.stringify({ scheduled_at: '2026-01-08T10:00:00+01:00' }),
    },
  }
  const plain = { method: 'PUT', path: '/bare', headers, body: kinds.lobbie.body }
  await load({ url: bare.facts.url, connections: CONNECTIONS, seconds: 1, request: () => plain })
  for (const [api, request] of Object.entries(kinds)) {
    await load({ url, connections: CONNECTIONS, seconds: 1, request: () => request })
    const one = await load({ url, connections: CONNECTIONS, seconds, request: () => request })
    const other = await load({ url: bare.facts.url, connections: CONNECTIONS, seconds, request: () => plain })
    const ratio = (one.rate / other.rate).toFixed(2)
    say(
      `  ${api.padEnd(7)} ${Math.round(one.rate)}/s, bare route ${Math.round(other.rate)}/s, ratio ${ratio}; ${one.total} answers ${JSON.stringify(one.statuses)}, ${one.failures} failures`,
    )
  }
  bare.child.disconnect()
  sandbox.child.disconnect()
}

/** Measures the time to create a sandbox. The time matters, because each test of a consumer creates one. */
function millisecondsToMake() {
  const times = 50
  createSandbox()
  const begun = performance.now()
  for (let made = 0; made < times; made += 1) createSandbox()
  return (performance.now() - begun) / times
}

/** Starts proof/benchmarks/serve.mjs in a process and waits until it reports its address. */
export function startSandbox(fork, kind) {
  const child = fork(new URL('serve.mjs', import.meta.url), [kind])
  return new Promise((resolve, reject) => {
    child.once('message', (facts) => resolve({ child, facts }))
    child.once('exit', (code) => reject(new Error(`the ${kind} server ended with ${code}`)))
  })
}
