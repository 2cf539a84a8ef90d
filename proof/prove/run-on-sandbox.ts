import { listen } from '../../sandbox/listen.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { ContractError } from '../../src/errors.ts'
import { openCredentials, type Credentials } from '../../src/exchanges/credentials/credentials.ts'
import type { Observation } from '../../src/exchanges/observation.ts'
import type { Established, StateProvider, Target } from '../../src/targets/target.ts'
import { fetchTarget } from '../../src/targets/fetch-target.ts'
import { openSandbox, sandboxAt } from '../../src/targets/sandbox.ts'
import { isObject } from '../../src/json.ts'
import type { RunReport } from '../../src/report/report.ts'
import { runContract } from '../../src/run/run-contract.ts'
import type { Execution } from '../../src/evidence/execution.ts'
import type { ProofSettings, ProvedContract } from './proved-contract.ts'
import { reuseResults } from './reuse-results.ts'

/** A run of the gate: its report, and its executions by case path. */
export interface ProvedRun {
  readonly report: RunReport
  readonly executions: ReadonlyMap<string, Execution>
  readonly milliseconds: number
}

const BASE_URL = 'http://127.0.0.1'

/**
 * Runs the gate against a sandbox in this process, one case after the other and with stopped clocks. The same sandbox
 * always gives the same report, except for the milliseconds.
 */
export async function runInProcess(
  contract: ProvedContract,
  sandbox: Sandbox,
  settings: ProofSettings,
): Promise<ProvedRun> {
  const call = (request: Request): Promise<Response> => sandbox.handle(request, '127.0.0.1')
  const known = sandboxAt({ api: contract.api, baseUrl: BASE_URL, call })
  const target = fetchTarget({ ...known, states: statesOf(contract.api, sandbox), fetch: call })
  return run(contract, target, tokensOf(call), settings, reusedResults(contract, settings))
}

/**
 * Runs the gate over HTTP on a free port of 127.0.0.1. This is necessary for differences that an in-process `fetch`
 * does not show.
 */
export async function runOverHttp(
  contract: ProvedContract,
  sandbox: Sandbox,
  settings: ProofSettings,
): Promise<ProvedRun> {
  const listening = await listen(sandbox)
  try {
    const { target, close } = await openSandbox({ api: contract.api, baseUrl: listening.url })
    const credentials = openCredentials({ baseUrl: listening.url, elapsed: () => 0 })
    try {
      return await run(contract, target, credentials, settings)
    } finally {
      await credentials.close()
      await close()
    }
  } finally {
    await listening.close()
  }
}

type ReusedResults = ReturnType<typeof reuseResults>

const reusedBySettings = new WeakMap<ProofSettings, WeakMap<ProvedContract, ReusedResults>>()

/** Returns the plan and the judgements of earlier runs with the same contract and settings. */
function reusedResults(contract: ProvedContract, settings: ProofSettings): ReusedResults {
  const known = reusedBySettings.get(settings) ?? new WeakMap<ProvedContract, ReusedResults>()
  const reused = known.get(contract) ?? reuseResults()
  reusedBySettings.set(settings, known.set(contract, reused))
  return reused
}

async function run(
  contract: ProvedContract,
  target: Target,
  credentials: Credentials,
  { rules, seed, plan, now, elapsed }: ProofSettings,
  reused: Partial<ReusedResults> = {},
): Promise<ProvedRun> {
  const begun = elapsed()
  const executions = new Map<string, Execution>()
  const { api, document, operations, policy } = contract
  const report = await runContract(
    {
      ...{ api, document, operations, policy, target, credentials, rules, seed, plan },
      clock: { start: now, now: () => now, elapsed: () => 0 },
      parameters: {},
      concurrency: 1,
      allowDestructive: true,
      bail: false,
      replay: `--api ${api} --target sandbox`,
      ...reused,
    },
    (event) => {
      if (event.kind === 'judged') executions.set(event.judgement.execution.case.path, event.judgement.execution)
    },
  )
  return { report, executions, milliseconds: Math.round(elapsed() - begun) }
}

/** Sets up provider states with function calls. Control requests would take most of the time of an in-process run. */
function statesOf(api: ProvedContract['api'], sandbox: Sandbox): StateProvider {
  let requests = 0
  return {
    get requests() {
      return requests
    },
    establish: async (asked) => {
      requests += 1
      const { path, values, given, credentials, observe, release } = await sandbox.establish({ api, ...asked })
      return {
        ...plain<Pick<Established, 'path' | 'values' | 'given'>>({ path, values, given }),
        credentials: credentials as Established['credentials'],
        observe: async () => plain<Observation>(observe()),
        release: async () => release(),
      }
    },
  }
}

/** Returns the value as HTTP would transport it in JSON: for example, without properties that are undefined. */
function plain<Plain>(value: unknown): Plain {
  return JSON.parse(JSON.stringify(value)) as Plain
}

/**
 * Gets the access tokens of a sandbox in the same process. Requests each token once, because the clock of the sandbox
 * stands still and a token never expires.
 */
function tokensOf(call: (request: Request) => Promise<Response>): Credentials {
  const tokens = new Map<string, string>()
  return {
    get requests() {
      return tokens.size
    },
    tokenFor: async ({ clientId, clientSecret }, { tokenUrl = '' }) => {
      const kept = tokens.get(clientId)
      if (kept !== undefined) return kept
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      })
      const answer: unknown = await (
        await call(new Request(new URL(tokenUrl, BASE_URL), { method: 'POST', body }))
      ).json()
      if (!isObject(answer) || typeof answer['access_token'] !== 'string') {
        throw new ContractError('credentials-refused', { what: 'the sandbox granted no token', where: tokenUrl })
      }
      tokens.set(clientId, answer['access_token'])
      return answer['access_token']
    },
    isExpired: () => false,
    close: async () => {},
  }
}
