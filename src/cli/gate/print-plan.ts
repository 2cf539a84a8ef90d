import type { Case } from '../../cases/case.ts'
import { ContractError } from '../../errors.ts'
import { listClauses } from '../../clauses/list-clauses.ts'
import { openCredentials } from '../../exchanges/credentials.ts'
import type { RawRequest } from '../../exchanges/exchange.ts'
import { printRequest } from '../../redaction/print-request.ts'
import { countWrites } from '../../run/count-writes.ts'
import { exploreRun } from '../../run/explore/explore-run.ts'
import { planRun } from '../../run/plan-run.ts'
import { previewRequest, setScene, type ExecuteCase, type Scene } from '../../run/execute/execute-case.ts'
import { DEFAULT_NOW, runClock } from '../../run/run-clock.ts'
import { describeWrites } from '../describe-writes.ts'
import type { GateOptions } from './gate-options.ts'
import { givenParameters } from './given-parameters.ts'
import { withoutSandbox } from './without-sandbox.ts'
import { listWork, targetFor, type Work } from './run-gate.ts'

/** The plans of all chosen APIs and targets, as text. The same options and documents give the same bytes. */
export async function printPlans(options: GateOptions): Promise<string> {
  const texts: string[] = []
  for (const work of (await withoutSandbox(listWork(options), options)).work) texts.push(await printPlan(work, options))
  return texts.join('\n')
}

async function printPlan({ api, document, operations, kind }: Work, options: GateOptions): Promise<string> {
  const { seed, allowDestructive, lean, only, explore } = options
  const parameters = givenParameters(operations, options)
  const now = options.now ?? DEFAULT_NOW
  const target = (await targetFor(kind, options)).plan({ api, document, now, seed })
  const settings = {
    operations,
    target,
    seed,
    parameters,
    allowDestructive,
    lean,
    ...(only === undefined ? {} : { only }),
    ...(explore === undefined ? {} : { explore }),
  }
  const plan = planRun(settings)
  const explored = await exploreRun(settings, plan)
  const clauses = operations.flatMap((operation) => listClauses(operation))
  const writes = describeWrites(countWrites(operations, plan))
  const head = [
    `${api} on ${target.name}: ${plan.cases.length} cases for ${clauses.length} clauses, seed ${options.seed}, now ${now}`,
    ...(target.name === 'live' ? [writes] : []),
    ...(explored.cases.length === 0 ? [] : [`${explored.cases.length} extra random cases`]),
    ...(plan.hidden.length === 0
      ? []
      : [`${plan.hidden.length} more cases are not sent, because a ${target.name} cannot show their result`]),
  ]
  const context = {
    target,
    clock: runClock(now, () => 0),
    credentials: openCredentials({ baseUrl: target.baseUrl, elapsed: () => 0 }),
  }
  const shown: string[] = []
  for (const aCase of [...plan.cases, ...explored.cases]) {
    const scene = await setScene(aCase, context)
    const request = 'kind' in scene ? undefined : await preview(aCase, scene, context)
    shown.push(printCase(aCase, request === undefined ? undefined : printRequest(request, aCase, { api, parameters })))
  }
  const hidden = plan.hidden.map((each) => `- ${each.case.path}\n    not sent: ${each.because}`)
  const unplanned = plan.unplanned.map(({ operation, because }) => `- ${operation.id}\n    not sent: ${because}`)
  return `${[...head, '', ...shown, ...hidden, ...unplanned].join('\n')}\n`
}

/** The request, or undefined if a value is missing: the run reports what is missing. */
async function preview(aCase: Case, scene: Scene, context: ExecuteCase): Promise<RawRequest | undefined> {
  try {
    return await previewRequest(aCase, scene, context)
  } catch (error) {
    if (error instanceof ContractError) return undefined
    throw error
  }
}

function printCase(aCase: Case, request: readonly string[] | undefined): string {
  const { path, title, expect, as, proves } = aCase
  const lines = [
    `+ ${path}`,
    `    ${title}`,
    `    expects  ${expectation(expect)}${as === 'partner' ? '' : `, as ${as}`}`,
  ]
  if (proves.length > 0) lines.push(`    proves   ${proves.join('\n             ')}`)
  const [first, ...more] = request ?? []
  if (first !== undefined) lines.push(`    sends    ${first}`, ...more.map((line) => `             ${line}`))
  return lines.join('\n')
}

function expectation(expect: Case['expect']): string {
  switch (expect.kind) {
    case 'status':
      return [expect.status, ...expect.accept].join(' or ')
    case 'locked-out':
      return expect.statuses.join(' or ')
    case 'accepted':
      return 'a documented 2xx'
    case 'refused':
      return 'a documented refusal'
    case 'documented':
      return 'a documented status, not 5xx'
    case 'unsupported-method':
      return 'no 2xx'
  }
}
