import { readDocument } from '../../src/document/read-document.ts'
import { openCredentials } from '../../src/exchanges/credentials/credentials.ts'
import type { Established, Target } from '../../src/targets/target.ts'
import { readPolicy } from '../../src/run/policy.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { RunReport } from '../../src/report/report.ts'
import { DEFAULT_NOW, runClock } from '../../src/run/run-clock.ts'
import { runContract } from '../../src/run/run-contract.ts'
import { sandbox } from '../../src/targets/sandbox.ts'
import { rules } from '../../src/rules/rules.ts'

/** Runs a shipped API on a sandbox. `change` alters each provider state before the run uses it. */
export async function sandboxRun(api: string, change: (established: Established) => Established): Promise<RunReport> {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  const opened = await sandbox().open({ api, document, now: DEFAULT_NOW, seed: 1 })
  const { states } = opened.target
  if (states === undefined) throw new Error('the sandbox has no control')
  const target: Target = {
    ...opened.target,
    states: { requests: 0, establish: async (asked) => change(await states.establish(asked)) },
  }
  const credentials = openCredentials({ baseUrl: target.baseUrl, elapsed: () => performance.now() })
  try {
    return await runContract({
      api,
      document,
      operations: listOperations(document),
      target,
      credentials,
      clock: runClock(DEFAULT_NOW, () => performance.now()),
      seed: 1,
      parameters: {},
      concurrency: 8,
      policy: readPolicy(`specs/${api}/policy.yaml`),
      rules,
      allowDestructive: false,
      bail: false,
      replay: `--api ${api} --target sandbox`,
    })
  } finally {
    await credentials.close()
    await opened.close()
  }
}
