import { parametersFor } from '../../cases/parameters-for.ts'
import type { Case } from '../../cases/case.ts'
import { listClauses } from '../../clauses/list-clauses.ts'
import { openCredentials } from '../../exchanges/credentials/credentials.ts'
import { printRequest } from '../../redaction/print-request.ts'
import { countWrites } from '../../run/count-writes.ts'
import { exploreRun } from '../../run/explore/explore-run.ts'
import { describeMissingValues, missingValues } from '../../run/missing-values.ts'
import { planRun } from '../../run/plan-run.ts'
import { gatheredKeys } from '../../run/gather/gathered-keys.ts'
import { orderCases } from '../../run/execute/order-cases.ts'
import { previewCase, type Preview } from '../../run/preview-case.ts'
import { DEFAULT_NOW, runClock } from '../../run/run-clock.ts'
import { describeWrites } from './describe-writes.ts'
import type { Host } from '../host/host.ts'
import type { GateOptions } from './gate-options.ts'
import { withoutSandbox } from './without-sandbox.ts'
import { listWork, notesOf, targetFor, type Work } from './run-gate.ts'

/** The output of `gate --dry-run`. */
export interface PrintedPlans {
  readonly text: string
  /** Notes for the user about the given options. */
  readonly notes: readonly string[]
  /** False if the plan of a run has no positive case that can be sent. Such a run could not judge anything. */
  readonly canBeSent: boolean
}

/** Returns the plans of all chosen APIs and targets as text. Equal options and documents give equal texts. */
export async function printPlans(options: GateOptions, host: Host): Promise<PrintedPlans> {
  const { work } = await withoutSandbox(listWork(options), options)
  const plans: Awaited<ReturnType<typeof printPlan>>[] = []
  for (const each of work) plans.push(await printPlan(each, options, host))
  return {
    text: plans.map(({ text }) => text).join('\n'),
    notes: notesOf(work),
    canBeSent: plans.every(({ canBeSent }) => canBeSent),
  }
}

async function printPlan(
  { api, file, document, operations, kind, graph, parameters: { values: parameters } }: Work,
  options: GateOptions,
  host: Host,
): Promise<{ readonly text: string; readonly canBeSent: boolean }> {
  const { seed, allowDestructive, plan: name, only, explore } = options
  const now = options.now ?? DEFAULT_NOW
  const target = (await targetFor({ kind, api, file }, options, host)).plan({ api, document, now, seed })
  const settings = {
    operations,
    target,
    seed,
    parameters,
    graph,
    allowDestructive,
    plan: name,
    ...(only === undefined ? {} : { only }),
    ...(explore === undefined ? {} : { explore }),
  }
  const plan = planRun(settings)
  const explored = await exploreRun(settings, plan)
  const gathered = gatheredKeys(settings)
  const context = {
    target,
    clock: runClock(now, () => 0),
    credentials: openCredentials({ baseUrl: target.baseUrl, elapsed: () => 0 }),
  }
  const cases = orderCases([...plan.cases, ...explored.cases], target)
  const shown: string[] = []
  let unsendable = 0
  let canBeJudged = false
  for (const aCase of cases) {
    const preview = await previewCase(aCase, gathered, context)
    if (preview.kind === 'not-sent') unsendable += 1
    else if (isPositive(aCase)) canBeJudged = true
    const marking = { api, parameters: parametersFor(aCase.operation, parameters) }
    shown.push(printCase(aCase, printPreview(preview, aCase, marking)))
  }
  const clauses = operations.flatMap((operation) => listClauses(operation))
  const isStateless = target.name === 'live' && !target.shows.state
  const head = [
    `${api} on ${target.name}: ${plan.cases.length} cases for ${clauses.length} clauses, seed ${options.seed}, now ${now}`,
    ...(target.name === 'live'
      ? [describeWrites(countWrites(operations, cases, { unplanned: plan.unplanned, selects: target.selects }))]
      : []),
    ...(explored.cases.length === 0 ? [] : [`${explored.cases.length} extra random cases`]),
    ...(plan.hidden.length === 0
      ? []
      : [`${plan.hidden.length} more cases are not sent, because their result cannot be seen on a ${target.name}`]),
    ...(unsendable === 0 ? [] : [`${unsendable} of ${cases.length} cases cannot be sent, for the reasons below`]),
    ...(isStateless ? describeMissingValues(missingValues(plan).filter((key) => !gathered.has(key))) : []),
  ]
  const hidden = plan.hidden.map((each) => `- ${each.case.path}\n    not sent: ${each.because}`)
  const unplanned = plan.unplanned.map(({ operation, because }) => `- ${operation.id}\n    not sent: ${because}`)
  return {
    text: `${[...head, '', ...shown, ...hidden, ...unplanned].join('\n')}\n`,
    canBeSent: canBeJudged,
  }
}

/**
 * True for a positive case, which the server must accept. A negative case proves something only if the server has
 * accepted a positive case.
 */
function isPositive({ expect: { kind } }: Case): boolean {
  return kind === 'accepted' || kind === 'status'
}

function printPreview(preview: Preview, aCase: Case, marking: Parameters<typeof printRequest>[2]): readonly string[] {
  if (preview.kind === 'not-sent') return [`    not sent: ${preview.because}`]
  const [first, ...more] =
    preview.kind === 'request' ? printRequest(preview.request, aCase, marking) : [preview.because]
  return [`    sends    ${first ?? ''}`, ...more.map((line) => `             ${line}`)]
}

function printCase(aCase: Case, request: readonly string[]): string {
  const { path, title, expect, as, proves } = aCase
  const lines = [
    `+ ${path}`,
    `    ${title}`,
    `    expects  ${expectation(expect)}${as === 'partner' ? '' : `, as ${as}`}`,
  ]
  if (proves.length > 0) lines.push(`    proves   ${proves.join('\n             ')}`)
  return [...lines, ...request].join('\n')
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
